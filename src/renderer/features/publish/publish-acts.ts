import { call } from '#renderer/api/desk-api.ts';
import { keys } from '#renderer/api/queries.ts';
import { withUpload } from '#renderer/api/live-events.ts';
import { queryClient } from '#renderer/api/query-client.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { noteBegunJob, noteJob } from '#renderer/session/jobs.ts';
import type { Job } from '#shared/model/job.ts';
import type { ProxyLogin } from '#shared/model/proxy-login.ts';
import type { Upload } from '#shared/model/upload.ts';

export async function buildPackage(draftId: string): Promise<void> {
  await draftActs().flush();
  noteBegunJob(await call('package:build', { draftId }));
}

export async function cancelBuild(job: Job): Promise<void> {
  noteJob(await call('job:cancel', { jobId: job.id }));
}

function note(upload: Upload): void {
  queryClient.setQueryData<Upload[]>(keys.uploads, (known) => withUpload(known ?? [], upload));
}

export async function enqueueUpload(packageId: string, targetId: string): Promise<void> {
  note(await call('upload:enqueue', { packageId, targetId }));
}

export async function retryUpload(uploadId: string): Promise<void> {
  note(await call('upload:retry', { uploadId }));
}

export async function signInToProxy(uploadId: string, login: ProxyLogin): Promise<void> {
  note(await call('upload:sign-in-to-proxy', { uploadId, login }));
}

export async function pauseUpload(uploadId: string): Promise<void> {
  note(await call('upload:pause', { uploadId }));
}

export async function cancelUpload(uploadId: string): Promise<void> {
  note(await call('upload:cancel', { uploadId }));
}

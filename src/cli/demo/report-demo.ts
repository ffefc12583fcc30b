import { AppError } from '#shared/errors.ts';
import type { Output } from '../output.ts';
import type { DemoResult } from './run-demo.ts';

/** Tells what held. Rejects with `receipt-mismatch` when the published page is not what was signed off. */
export function reportDemo(result: DemoResult, output: Output): void {
  const broken = result.proofs.filter((proof) => !proof.holds);
  for (const proof of broken) output.say(`  ✗ ${proof.what}：${proof.found}`);
  output.result(`⑥ 取回页面核对：${result.proofs.length - broken.length}/${result.proofs.length} 项一致`, result);
  if (broken.length > 0) throw new AppError('receipt-mismatch', { count: broken.length });
}

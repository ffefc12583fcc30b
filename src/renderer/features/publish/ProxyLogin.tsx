import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { proxyLoginSchema } from '#shared/model/proxy-login.ts';
import { signInToProxy } from './publish-acts.ts';

/** Asks for the name and password of the network's proxy, and goes on with the upload that it held up. */
export function ProxyLogin({ uploadId }: { readonly uploadId: string }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [invalid, setInvalid] = useState(false);

  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const login = proxyLoginSchema.safeParse({ name, password });
    setInvalid(!login.success);
    if (!login.success) return;
    setOpen(false);
    setPassword('');
    await attempt(async () => signInToProxy(uploadId, login.data), 'upload');
  };

  return (
    <Dialog open={open} onOpenChange={(_event, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small" appearance="primary">
          {text('uploads.proxy.open')}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <form onSubmit={(event) => void keep(event)}>
          <DialogBody>
            <DialogTitle>{text('uploads.proxy.title')}</DialogTitle>
            <DialogContent className="proxy-login">
              <p className="publish-say dim">{text('uploads.proxy.hint')}</p>
              <Field
                label={text('uploads.proxy.name')}
                {...(invalid ? { validationState: 'error', validationMessage: text('uploads.proxy.invalid') } : {})}
              >
                <Input
                  value={name}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(_event, data) => setName(data.value)}
                />
              </Field>
              <Field label={text('uploads.proxy.password')}>
                <Input
                  type="password"
                  value={password}
                  autoComplete="off"
                  onChange={(_event, data) => setPassword(data.value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <DialogTrigger disableButtonEnhancement>
                <Button>{text('common.cancel')}</Button>
              </DialogTrigger>
              <Button appearance="primary" type="submit">
                {text('uploads.proxy.go')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

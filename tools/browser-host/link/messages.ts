/** What the page and the host say to each other over the stream, and the plain JSON greeting before it. */

export type Greeting = { page: string; received: number; path: string };
export type Welcome = { kind: 'welcome'; received: number } | { kind: 'taken' } | { kind: 'unknown-page' };

export type MessageBox = {
  title: string;
  message: string;
  detail: string;
  type: 'none' | 'info' | 'error' | 'question' | 'warning';
  buttons: string[];
  defaultId: number;
  cancelId: number;
  checkbox: string;
};
export type MessageBoxAnswer = { response: number; checkboxChecked: boolean };

export type FromPage =
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'loaded' }
  | { kind: 'title'; title: string }
  | { kind: 'focus'; focused: boolean }
  | { kind: 'dark'; dark: boolean };

export type Question =
  | { what: 'message-box'; box: MessageBox }
  | { what: 'open-external'; url: string }
  | { what: 'write-clipboard'; text: string }
  /** Shows another window of the app at this path; answered with whether the browser let it. */
  | { what: 'open-window'; path: string };

export type FromHost =
  | { kind: 'reply'; id: number; value: unknown }
  | { kind: 'failure'; id: number; message: string }
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'ask'; id: number; question: Question }
  | { kind: 'title'; title: string }
  | { kind: 'focus' }
  | { kind: 'reload' }
  /** Another page takes the window: leave it, saving as on any leaving. */
  | { kind: 'leave' }
  | { kind: 'close' };

/** Close codes of the socket, in the range that RFC 6455 leaves to applications. */
export const closeCode = { takenOver: 4001, windowClosed: 4002, refused: 4003 } as const;

/** Where the host's own pages and scripts live, beside the app's. */
export const hostPath = '/.host/';

/** What the page fetches under `hostPath` while there is a host, to show it when there is none any more: the page and its style. */
export const closingPage = ['closed', 'page/host.css'] as const;

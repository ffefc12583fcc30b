/** Keeps tokens and private keys. Where the machine has no safe place, a secret lives in memory only. */
export interface Secrets {
  read(name: string): Promise<string | null>;
  write(name: string, value: string | null): Promise<void>;
}

import { chromium, type Browser } from '@playwright/test';

/** The system's Chromium without its own traffic; without a sandbox only where root runs it. */
export function launchChromium(): Promise<Browser> {
  const flags = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-frame-rate-limit',
    '--disable-gpu-vsync',
  ];
  return chromium.launch({
    executablePath: process.env['GAOQIAN_CHROMIUM'] ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? [...flags, '--no-sandbox'] : flags,
  });
}

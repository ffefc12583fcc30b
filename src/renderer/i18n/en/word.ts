export const word = {
  title: 'Word document',
  hint: 'The draft on the page of an official text, pictures included, to hand round, print or read in Word and WPS.',
  write: 'Export Word document',
  written: 'The Word document is written',
} as const;

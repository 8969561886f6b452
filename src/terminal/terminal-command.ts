import type { Config, Environment } from '../../config/schema.ts';

/** What a command of the terminal was given. */
export type Invocation = {
  readonly config: Config;
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Says a line to the person at once, on standard error. */
  say(line: string): void;
  /** Shows a person how much of something is done; nothing where nobody watches a terminal. */
  progress(done: number, total: number): void;
  /** Resolves when the person presses Ctrl-C or the process is asked to end. */
  interrupted(): Promise<void>;
};

/** What it prints: the value for `--json`, the text for people. */
export type Printout = { readonly json: unknown; readonly text: string; readonly exitCode?: 1 };

/** A command of the terminal. */
export type TerminalCommand = {
  /** As typed, with its arguments: `lookup "text" [--top N]`. */
  readonly usage: string;
  readonly purpose: string;
  readonly positionals: { readonly min: number; readonly max: number };
  /** Options besides `--json`; `string` ones take a value. */
  readonly options: Readonly<Record<string, 'string' | 'boolean'>>;
  readonly needs: readonly (keyof typeof Environment.shape)[];
  run(invocation: Invocation): Promise<Printout>;
};

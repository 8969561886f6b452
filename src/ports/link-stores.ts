import type { LinkCheck } from '../core/link-check.ts';

/** How the links of the sources stand, counted by address. */
export type LinkCounts = {
  readonly addresses: number;
  readonly dead: number;
  /** Those nothing is known of yet. */
  readonly unknown: number;
};

/** What is known of the addresses that sources of published dossiers name. They belong to no server and no member. */
export type LinkStore = {
  /**
   * Addresses to look at now, at most `limit`: first those whose time has come, oldest first, then those nobody has
   * looked at. Only of source notes of published dossiers.
   */
  due(nowMs: number, limit: number): Promise<readonly LinkCheck[]>;
  /** One that could last be read, the one whose look is longest ago; null where there is none. Of sources as above. */
  witness(): Promise<LinkCheck | null>;
  /** Writes what is known of these addresses, in place of what was known before. */
  save(checks: readonly LinkCheck[]): Promise<void>;
  /** What is known of these addresses; those nobody has looked at are left out. */
  of(urls: readonly string[]): Promise<ReadonlyMap<string, LinkCheck>>;
  /** A number that grows with every announcement, in any process. */
  revision(): Promise<number>;
  /** Tells every process that cards say something else of links; once for many. */
  announce(): Promise<void>;
  /**
   * Forgets addresses whose time has come and that no source of a published dossier names any more; returns how many.
   */
  dropUncited(nowMs: number): Promise<number>;
  counts(): Promise<LinkCounts>;
};

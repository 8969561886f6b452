import type { ClaimReference } from './claim.ts';
import type { ClaimId, DossierId, GuildId, UserId, WatcherId, WatchId } from './ids.ts';
import type { StandingLabel } from './standing.ts';

/** How many claims and questions a member may watch in one server. */
export const maxWatches = 50;

/** A claim by its ids, and as it was named when somebody began to watch it. */
export type WatchedClaim = {
  readonly dossierId: DossierId;
  readonly claimId: ClaimId;
  readonly reference: ClaimReference;
};

/** What a watcher knows of a claim: plain facts and hashes, no text. */
export type ClaimFacts = {
  readonly standing: StandingLabel;
  /** A hash of the quote, of the gist, and of each note by its id. */
  readonly quote: string;
  readonly gist: string;
  readonly notes: Readonly<Record<string, string>>;
};

/** A claim as it is now for a server: its facts, or that it is not published there any more. */
export type ClaimNow = ClaimFacts | 'gone';

/** A member's wish to be told when a claim changes. */
export type ClaimWatch = {
  readonly kind: 'claim';
  readonly id: WatchId;
  readonly claim: WatchedClaim;
  /** What the member was told last, or saw when they began to watch. */
  readonly seen: ClaimFacts;
  /** What they are being told right now; null while nothing is sent. */
  readonly telling: ClaimNow | null;
};

/** A member's wish to be told when a question is answered. */
export type QuestionWatch = {
  readonly kind: 'question';
  readonly id: WatchId;
  /** Redacted. */
  readonly text: string;
  /** The claim that answers it, once one does. */
  readonly answer: WatchedClaim | null;
  /** Whether they are being told of the answer right now. */
  readonly telling: boolean;
};

export type Watch = ClaimWatch | QuestionWatch;

/** A member who watches something in a server. */
export type Watcher = {
  readonly id: WatcherId;
  readonly guildId: GuildId;
  readonly memberId: UserId;
  /** The member's Discord locale when they last asked to be told. */
  readonly locale: string;
  /** The message that is being sent: 12 random characters; null while none is. */
  readonly batch: string | null;
  /** Since when news wait because the member takes no direct messages, in milliseconds since 1970; null when none do. */
  readonly waitingSince: number | null;
};

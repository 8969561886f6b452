import type { DossierSlug } from '../core/claim.ts';
import type { DayRange } from '../core/digest-period.ts';
import type { Dossier } from '../core/dossier.ts';
import type { GuildSettings } from '../core/guild-settings.ts';
import type { ChannelId, ClaimId, DossierId, GuildId, InquiryId, InteractionId } from '../core/ids.ts';
import type { AsksOn, Feedback, Inquiry, InquiryOutcome, InquiryTotal, WayTotal } from '../core/inquiry.ts';
import type { DossierChange } from '../core/standing-changes.ts';
import type { AuditStore, CaseStore, FaithStore, OriginStore, OutboxStore, Span } from './case-stores.ts';
import type { DigestPostStore, DigestTurnStore } from './digest-stores.ts';
import type { EditStore } from './edit-store.ts';
import type { LinkStore } from './link-stores.ts';
import type {
  CaseRetention,
  DepartureStore,
  ErasureStore,
  MemberStore,
  OptOutStore,
} from './member-stores.ts';
import type { SpendStore } from './spend-store.ts';
import type { VectorStore } from './vector-store.ts';
import type { WatchStore } from './watch-stores.ts';

/** What each server has chosen. A server that chose nothing has the defaults. */
export type SettingsStore = {
  read(guildId: GuildId): Promise<GuildSettings>;
  write(guildId: GuildId, settings: GuildSettings): Promise<void>;
  /** The servers that let their texts be sent to a model of this provider, in the order of their ids. */
  withModel(provider: string): Promise<readonly GuildId[]>;
  /** The servers that have an alert role. */
  withAlertRole(): Promise<readonly GuildId[]>;
  /** Servers that have scheduled digests, in the order of their ids, from the one behind `after` on; at most `limit`. */
  withDigest(after: GuildId | null, limit: number): Promise<readonly GuildId[]>;
};

/** Which state of a dossier is stored: of two that are equal nothing in it differs. */
export type DossierState = {
  readonly id: DossierId;
  readonly version: number;
  /** How often words were taken out of it without a new version. */
  readonly rewrites: number;
};

/** One earlier state of a dossier, as it was when it was saved. */
export type DossierVersion = {
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
  readonly dossier: Dossier;
};

/**
 * Dossiers with their claims and notes. A server sees its own and the shared ones; no method ever gives
 * a server what belongs to another.
 */
export type DossierStore = {
  /** A number that grows with every save, in any process: equal numbers mean nothing has changed. */
  revision(): Promise<number>;
  /** Every published dossier the server may be shown: its own first, then shared ones; each group by title. */
  listPublished(guildId: GuildId): Promise<readonly Dossier[]>;
  /** Every shared published dossier, by title. */
  listShared(): Promise<readonly Dossier[]>;
  /** Every dossier of the server's own, whatever its status, in no order. */
  listOwn(guildId: GuildId): Promise<readonly Dossier[]>;
  /** Which published dossiers a server has of its own, or with null which shared ones there are, without reading them; in no order. */
  published(guildId: GuildId | null): Promise<readonly DossierState[]>;
  /** Of these dossiers those that are published and the server's own, or with null shared; whole, in no order. */
  loadPublished(guildId: GuildId | null, ids: readonly DossierId[]): Promise<readonly Dossier[]>;
  /** By slug: with a server its own only, with null the shared one only; any status. */
  find(guildId: GuildId | null, slug: DossierSlug): Promise<Dossier | null>;
  /** By id, one of the server's own; any status. */
  findOwn(guildId: GuildId, id: DossierId): Promise<Dossier | null>;
  /**
   * Writes a dossier and remembers it as a version. A dossier of the same id is replaced.
   *
   * @throws RangeError when `dossier.version` is not one more than the stored one (1 for a new dossier),
   * when its owner or slug differs from the stored one, or when another dossier of its owner has the slug
   */
  save(dossier: Dossier): Promise<void>;
  /** Every remembered version, newest first: with a server of its own dossier only, with null of a shared one only. */
  history(guildId: GuildId | null, dossierId: DossierId): Promise<readonly DossierVersion[]>;
  /**
   * The dossiers of the server and the shared ones, whatever their status, of which a version was saved in a span of time:
   * as they were before it and at its end; in no order.
   */
  changedIn(guildId: GuildId, span: Span): Promise<readonly DossierChange[]>;
  /** The dossier pinned to a channel or thread of the server, or null. */
  pinned(guildId: GuildId, channelId: ChannelId): Promise<DossierId | null>;
  /**
   * Pins a dossier to a channel or, with null, takes the pin away.
   *
   * @throws RangeError when the dossier is neither the server's own nor shared
   */
  pin(guildId: GuildId, channelId: ChannelId, dossierId: DossierId | null): Promise<void>;
};

/** How a question ended, once the member has chosen from the offered list. */
export type Completion = {
  readonly outcome: Extract<InquiryOutcome, 'picked' | 'none-of-these'>;
  readonly dossierId: DossierId | null;
  readonly claimId: ClaimId | null;
  /** The code that stands for the asker from now on; left out, the one that does so far stays. */
  readonly asker?: string;
};

/** A question that no claim answered, as far as it is kept. */
export type UnansweredQuestion = {
  readonly id: InquiryId;
  /** Redacted. */
  readonly text: string;
  readonly day: string;
  /** Null where the code was taken away. */
  readonly asker: string | null;
};

/** What members asked. Holds no member's id, and nothing that tells in which order the questions of an hour came. */
export type InquiryStore = {
  /** Writes the inquiry and adds it to the totals of its day and month, in the surrounding transaction. */
  add(inquiry: Inquiry): Promise<void>;
  /** The inquiry, if it is this server's. */
  find(guildId: GuildId, id: InquiryId): Promise<Inquiry | null>;
  /**
   * Ends an ambiguous inquiry with the member's choice and moves it to the right totals.
   * The question's text is forgotten when a claim was picked, and kept when none was.
   *
   * @returns false when there is no such inquiry of this server or it was completed before; then nothing changes
   */
  complete(guildId: GuildId, id: InquiryId, completion: Completion): Promise<boolean>;
  /**
   * Stores the answer to "was this it?" and counts it; a later answer replaces an earlier. False when there is no such
   * inquiry.
   */
  giveFeedback(guildId: GuildId, id: InquiryId, feedback: Feedback): Promise<boolean>;
  /**
   * Takes the text from an inquiry and from those of the same day and asker's code that have the same. Each inquiry with that
   * code gets another that no other has: whoever knows who asked the one learns nothing of what else they asked. Totals stay
   * as they are. Nothing when there is none.
   */
  detach(guildId: GuildId, id: InquiryId): Promise<void>;
  /** Totals of these days, each command, outcome, dossier and claim once. They stay when their inquiries go. */
  totals(guildId: GuildId, range: DayRange): Promise<readonly InquiryTotal[]>;
  /** Of these claims alone what `totals` gives. */
  totalsOfClaims(
    guildId: GuildId,
    range: DayRange,
    claimIds: readonly ClaimId[],
  ): Promise<readonly InquiryTotal[]>;
  /** The sums of `totals` over whatever was asked about. */
  ways(guildId: GuildId, range: DayRange): Promise<readonly WayTotal[]>;
  /**
   * The claims with the most inquiries on these days; with as many, those with more askers, then the lower id first. At
   * most `limit`, and how many there are in all.
   */
  mostAsked(
    guildId: GuildId,
    range: DayRange,
    limit: number,
  ): Promise<{ readonly claimIds: readonly ClaimId[]; readonly total: number }>;
  /**
   * Those of these claims that at least so many different members asked about on one of these days, in one way: whoever both
   * asks and opens it by its name is not counted twice.
   */
  askedByMany(
    guildId: GuildId,
    range: DayRange,
    claimIds: readonly ClaimId[],
    askers: number,
  ): Promise<ReadonlySet<ClaimId>>;
  /** How many inquiries each of these days had, or what of each month is in the range: only those with some, in order. */
  asks(guildId: GuildId, range: DayRange, by: 'day' | 'month'): Promise<readonly AsksOn[]>;
  /**
   * The kept texts of questions of the days from `fromDay` to `toDay`, both included, that no claim answered, or that got a
   * list from which nothing was picked: at most `limit`, of the latest days first, and how many there are in all.
   */
  unanswered(
    guildId: GuildId,
    fromDay: string,
    toDay: string,
    limit: number,
  ): Promise<{ readonly questions: readonly UnansweredQuestion[]; readonly total: number }>;
  /** Deletes at most `limit` inquiries of days before `beforeDay`; returns how many. */
  deleteBefore(beforeDay: string, limit: number): Promise<number>;
  /** Forgets the texts of at most `limit` questions of days before `beforeDay`; returns how many. */
  forgetTextsBefore(beforeDay: string, limit: number): Promise<number>;
  /** Forgets the texts of these questions of a server; returns how many had one. */
  forgetTextsOf(guildId: GuildId, ids: readonly InquiryId[]): Promise<number>;
  /** Forgets the texts of all questions of a server; returns how many. */
  forgetTexts(guildId: GuildId): Promise<number>;
};

/** Interactions that have been acted on, so that a second delivery does nothing. */
export type InteractionStore = {
  /**
   * Marks the interaction as handled; false when it already was. The moment is kept rounded down to five
   * minutes, so that it tells little of who acted.
   */
  claim(id: InteractionId, nowMs: number): Promise<boolean>;
  /** Forgets those whose kept moment is before `beforeMs`; returns how many. */
  deleteBefore(beforeMs: number): Promise<number>;
};

/** Everything that can be read and written in one transaction. */
export type Stores = {
  readonly cases: CaseStore & CaseRetention;
  readonly faith: FaithStore;
  readonly audit: AuditStore;
  /** Changes of dossiers that are not published yet. */
  readonly edits: EditStore;
  readonly outbox: OutboxStore;
  readonly origins: OriginStore;
  readonly optOuts: OptOutStore;
  readonly erasures: ErasureStore;
  readonly members: MemberStore;
  readonly departures: DepartureStore;
  readonly settings: SettingsStore;
  readonly spend: SpendStore;
  readonly digests: DigestTurnStore & DigestPostStore;
  readonly dossiers: DossierStore;
  readonly links: LinkStore;
  readonly inquiries: InquiryStore;
  readonly interactions: InteractionStore;
  readonly watches: WatchStore;
  readonly vectors: VectorStore;
};

/** The durable memory of the bot. */
export type Database = {
  /**
   * Runs `work` in one write transaction: all of it is on disk when the promise resolves, none of it
   * when it rejects. `work` awaits nothing but its stores, so that other processes never wait for I/O.
   *
   * @throws FootnoteError `store.unavailable` or `store.read-only` when the database cannot be written
   */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Runs `work` on one unchanging view of the data; writing in it is an error. */
  snapshot<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Finishes what runs and closes the file. */
  close(): Promise<void>;
};

import type { ClaimId, DossierId, GuildId } from '../core/ids.ts';

/** Whose vectors: a model, and who runs it, since servers let their texts be sent to a provider. */
export type VectorModel = { readonly model: string; readonly provider: string };

/** What a model may be given of a claim, and the hash of what it was given, if it was. */
export type EmbeddableClaim = {
  readonly claimId: ClaimId;
  readonly dossierId: DossierId;
  /** Null for a shared one. */
  readonly guildId: GuildId | null;
  readonly title: string;
  readonly quote: string;
  readonly gist: string;
  /** Null while there is no vector. */
  readonly textHash: string | null;
};

/** The vector of a claim's text, and the hash of that text. */
export type ClaimVector = {
  readonly claimId: ClaimId;
  readonly dossierId: DossierId;
  readonly textHash: string;
  /** Of length 1. */
  readonly vector: Float32Array;
};

/**
 * Vectors of claims, by model. There are some only of published dossiers: they go with the claim, with the dossier when it is archived,
 * its words are erased or its server deleted. Embeddable are the claims of published dossiers that are shared, or of a
 * server that lets its texts be sent to the model's provider.
 */
export type VectorStore = {
  /** Embeddable claims in the order of their ids, from the one behind `after` on; at most `limit`. */
  embeddable(of: VectorModel, after: ClaimId | null, limit: number): Promise<readonly EmbeddableClaim[]>;
  /** Those of these claims that are embeddable now, in no order. */
  stillEmbeddable(of: VectorModel, ids: readonly ClaimId[]): Promise<readonly EmbeddableClaim[]>;
  /** How many claims are embeddable, and how many of them have a vector of the model. */
  counts(of: VectorModel): Promise<{ readonly claims: number; readonly vectors: number }>;
  /** Writes vectors, each in place of the one its claim had of the model. */
  save(model: string, vectors: readonly ClaimVector[]): Promise<void>;
  /** All vectors of the model of these dossiers. */
  ofDossiers(model: string, ids: readonly DossierId[]): Promise<readonly ClaimVector[]>;
  /** A number that grows whenever vectors are written or removed, in any process. */
  revision(): Promise<number>;
  /** Of every dossier with vectors of the model a mark that is another one after they have changed. */
  marks(model: string): Promise<ReadonlyMap<DossierId, string>>;
  /** Removes vectors of claims that are embeddable no more by this provider; returns how many. */
  dropUnwanted(provider: string): Promise<number>;
  /** Removes at most `limit` vectors of other models; returns how many. */
  dropOtherModels(model: string, limit: number): Promise<number>;
  /**
   * Takes, or keeps, the turn to embed until `untilMs`, so that two processes do not pay twice.
   *
   * @param heldUntilMs - what the caller's turn was taken until before; null for a new one
   * @returns false while another has it
   */
  takeTurn(nowMs: number, untilMs: number, heldUntilMs: number | null): Promise<boolean>;
};

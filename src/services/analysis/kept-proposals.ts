import { createHmac, randomBytes } from 'node:crypto';
import { ModelProposal } from '../../core/analysis/analysis.ts';
import type { GuildId } from '../../core/ids.ts';
import { retention } from '../../core/retention.ts';
import type { Analyzer } from '../../ports/analyzer.ts';
import type { Cache } from '../../ports/cache.ts';
import { seal, unseal } from '../sealing.ts';

const keptMs = retention.modelAnswerHours * 3_600_000;

/** Whose post was described by what. */
export type ProposalOf = {
  readonly guildId: GuildId;
  readonly analyzer: Pick<Analyzer, 'model' | 'provider' | 'promptVersion'>;
  readonly post: string;
};

/**
 * What a model proposed for the same post, in the same server, a short time ago; null when nothing is kept. It is sealed with a key made of
 * the post and of a secret of the server: whoever has not got the post cannot read it, and without the secret nobody can.
 */
export async function keptProposal(cache: Cache, of: ProposalOf): Promise<ModelProposal | null> {
  const secret = await cache.get<string>(secretOf(of.guildId));
  if (secret === undefined) return null;
  const sealed = await cache.get<string>(placeOf(secret, of));
  const kept = ModelProposal.safeParse(sealed === undefined ? null : unseal(hash('key', secret, of), sealed));
  return kept.success ? kept.data : null;
}

/** Keeps a proposal for the next one who has the same post described. */
export async function keepProposal(cache: Cache, of: ProposalOf, proposal: ModelProposal): Promise<void> {
  const known = await cache.get<string>(secretOf(of.guildId));
  const secret = known ?? randomBytes(32).toString('base64url');
  await cache.set(secretOf(of.guildId), secret, keptMs);
  await cache.set(placeOf(secret, of), seal(hash('key', secret, of), proposal), keptMs);
}

/** Makes all that is kept of a server unreadable. */
export function forgetProposals(cache: Cache, guildId: GuildId): Promise<void> {
  return cache.delete(secretOf(guildId));
}

function secretOf(guildId: GuildId): string {
  return `model-secret:${guildId}`;
}

function placeOf(secret: string, of: ProposalOf): string {
  return `model:${hash('place', secret, of).toString('base64url')}`;
}

function hash(purpose: 'place' | 'key', secret: string, { analyzer, post }: ProposalOf): Buffer {
  const { model, provider, promptVersion } = analyzer;
  return createHmac('sha256', secret)
    .update(JSON.stringify([purpose, provider, model, promptVersion, post]))
    .digest();
}

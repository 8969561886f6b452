import type { Kysely } from 'kysely';
import type { Stores } from '../../ports/stores.ts';
import { auditStore } from './audit.ts';
import { caseStore } from './cases.ts';
import { departureStore } from './departures.ts';
import { digestPostStore } from './digest-posts.ts';
import { digestTurnStore } from './digest-turns.ts';
import { editStore } from './dossier-edits.ts';
import { dossierStore } from './dossiers.ts';
import { erasureStore } from './erasures.ts';
import { faithStore } from './faith.ts';
import { inquiryStore } from './inquiries.ts';
import { interactionStore } from './interactions.ts';
import { linkStore } from './links.ts';
import { memberStore } from './members.ts';
import { spendStore } from './model-spend.ts';
import { optOutStore } from './opt-outs.ts';
import { originStore } from './origins.ts';
import { outboxStore } from './outbox.ts';
import { settingsStore } from './settings.ts';
import type { Tables } from './tables.ts';
import { vectorStore } from './vectors.ts';
import { watchStore } from './watches.ts';

/**
 * The stores over one open transaction, the same for every engine.
 *
 * @param onErasure - called when rows or texts about people were deleted, so that the engine leaves no trace of them
 */
export function storesOver(db: Kysely<Tables>, onErasure: () => void): Stores {
  return {
    cases: caseStore(db, onErasure),
    faith: faithStore(db, onErasure),
    audit: auditStore(db, onErasure),
    outbox: outboxStore(db),
    origins: originStore(db, onErasure),
    optOuts: optOutStore(db, onErasure),
    members: memberStore(db, onErasure),
    erasures: erasureStore(db, onErasure),
    departures: departureStore(db, onErasure),
    settings: settingsStore(db),
    spend: spendStore(db),
    digests: { ...digestTurnStore(db), ...digestPostStore(db) },
    dossiers: dossierStore(db),
    edits: editStore(db, onErasure),
    links: linkStore(db),
    inquiries: inquiryStore(db, onErasure),
    interactions: interactionStore(db, onErasure),
    watches: watchStore(db, onErasure),
    vectors: vectorStore(db),
  };
}

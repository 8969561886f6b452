import { limits } from '../../src/cards/limits.ts';
import { excerpt } from '../../src/cards/markdown.ts';
import type { Choice, GuildCall } from '../../src/command.ts';
import { formatClaimReference } from '../../src/core/claim.ts';
import { referenceTo } from '../../src/core/dossier.ts';
import type { Services } from '../../src/services/services.ts';

/** The dossiers whose title or slug holds what was typed. */
export async function dossierChoices(call: GuildCall, services: Services): Promise<readonly Choice[]> {
  const typed = call.focused.trim().toLowerCase();
  return (await services.listDossiers({ guildId: call.guildId }))
    .filter(({ title, slug }) => title.toLowerCase().includes(typed) || slug.includes(typed))
    .slice(0, limits.choices)
    .map(({ title, slug }) => ({ name: excerpt(title, limits.choiceChars), value: slug }));
}

/** The server's own dossiers, drafts and archived ones too, whose title or slug holds what was typed. */
export async function ownDossierChoices(call: GuildCall, services: Services): Promise<readonly Choice[]> {
  const typed = call.focused.trim().toLowerCase();
  return (await services.listForModerators({ guildId: call.guildId }))
    .filter(({ dossier: { title, slug } }) => title.toLowerCase().includes(typed) || slug.includes(typed))
    .slice(0, limits.choices)
    .map(({ dossier: { title, slug } }) => ({
      name: excerpt(`${slug} · ${title}`, limits.choiceChars),
      value: slug,
    }));
}

/** The claims that match what was typed, best first. */
export async function claimChoices(call: GuildCall, services: Services): Promise<readonly Choice[]> {
  const found = await services.suggestClaims({ guildId: call.guildId, prefix: call.focused });
  return found.map(({ dossier, claim }) => ({
    name: excerpt(`${claim.key} · ${claim.quote}`, limits.choiceChars),
    value: formatClaimReference(referenceTo(dossier, claim)),
  }));
}

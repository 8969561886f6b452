import type { Config } from '../../config/schema.ts';
import { dollarsOf, tokensOf } from '../core/model-spend.ts';
import { openLibrary } from '../library.ts';
import type { Finding } from './finding.ts';

/** How many claims can be found by meaning. */
export async function inspectVectors(config: Config): Promise<readonly Finding[]> {
  await using library = await openLibrary(config, 'read');
  const counts = await library.services.countVectors();
  if (counts === null)
    return [
      { check: 'embeddings', ok: true, detail: 'no model is configured: claims are found by words alone' },
    ];
  const { model, claims, vectors } = counts;
  const said = `claims with a vector of ${model}: ${vectors} of ${claims}`;
  const rest =
    'the running bot does the rest, or "footnote embed"; claims of a server whose budget is used up wait until tomorrow (UTC)';
  return [{ check: 'embeddings', ok: true, detail: vectors < claims ? `${said}; ${rest}` : said }];
}

/** What models have cost this month, and whether their budget is used up; nothing where there are none. */
export async function inspectSpend(config: Config): Promise<readonly Finding[]> {
  if (config.model === null && config.embeddingModel === null) return [];
  await using library = await openLibrary(config, 'read');
  const { month, dollarsAMonth } = await library.services.spentByAll();
  const tokens = `answers: ${month.answers}; tokens: ${tokensOf(month)}, of these to compare meanings: ${month.embedded}`;
  const limit = dollarsAMonth === null ? '' : ` of ${dollarsAMonth} (MODEL_BUDGET_MONTH)`;
  const isSpent = dollarsAMonth !== null && month.microDollars >= dollarsAMonth * 1_000_000;
  const rest = isSpent ? '; used up: rules and words alone serve until next month' : '';
  return [
    {
      check: 'models',
      ok: true,
      detail: `this month (UTC), all servers together: ${tokens}; US$${dollarsOf(month)}${limit}${rest}`,
    },
  ];
}

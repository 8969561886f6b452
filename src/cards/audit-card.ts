import { TimestampStyles, time, userMention } from '@discordjs/formatters';
import type { AuditAct, AuditEntry } from '../core/audit.ts';
import { auditCsv } from '../core/audit-csv.ts';
import { parseSettingText } from '../core/setting-text.ts';
import type { AuditFilter } from '../ports/case-stores.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { AuditExport, AuditPage } from '../services/servers/list-audit.ts';
import type { Words } from '../words/words.ts';
import { plainStatus } from './audit-words.ts';
import { smallPrint } from './markdown.ts';
import { pager } from './menus.ts';
import { button, divider, frame, linesOf, makeCard, row, text } from './parts.ts';
import { fileCard } from './plain-cards.ts';
import { settingValue } from './setting-words.ts';

/** Stands in a custom_id for a filter that is not set. */
export const anyone = '-';

/** One page of the audit, newest first. */
export function auditCard({ filter, entries, total, page, pages }: AuditPage, words: Words): Card {
  const filters = filtersOf(filter, words);
  const head = text(
    linesOf([
      `## ${words.say('audit.title')}`,
      words.say('audit.count', { count: total }),
      filters.length === 0 ? null : words.say('audit.filter', { filters: filters.join(' · ') }),
    ]),
  );
  if (total === 0) {
    const none = words.say(filters.length === 0 ? 'audit.empty' : 'audit.no-match');
    return makeCard([frame([head, divider, text(none)])]);
  }
  const place = argumentsOf(filter);
  const turn = (to: string) => encodeRoute('audit.page', ...place, to);
  return makeCard([
    frame([
      head,
      divider,
      text(entries.map((entry) => entryText(entry, words)).join('\n')),
      pager({ number: page, count: pages }, turn, words),
      row(button(words.say('audit.export'), encodeRoute('audit.csv', ...place))),
    ]),
  ]);
}

/** The audit as a file. */
export function auditFileCard({ entries, total }: AuditExport, words: Words): Card {
  const file = {
    name: 'audit.csv',
    contentType: 'text/csv; charset=utf-8',
    content: auditCsv(entries),
  };
  const count = entries.length;
  const sentence =
    count < total
      ? words.say('audit.exported-latest', { count, total })
      : words.say('audit.exported', { count });
  return fileCard(sentence, file);
}

function argumentsOf({ actorId, act, caseNumber }: AuditFilter): readonly string[] {
  return [actorId ?? anyone, act ?? anyone, caseNumber === undefined ? anyone : String(caseNumber)];
}

function filtersOf({ actorId, act, caseNumber }: AuditFilter, words: Words): readonly string[] {
  return [
    ...(actorId === undefined ? [] : [userMention(actorId)]),
    ...(act === undefined ? [] : [words.say(`audit.act.${act}`)]),
    ...(caseNumber === undefined ? [] : [words.say('audit.case', { number: caseNumber })]),
  ];
}

function entryText(entry: AuditEntry, words: Words): string {
  const { at, act, caseNumber, actorId } = entry;
  const facts = [
    `**${words.say(`audit.act.${act}`)}**`,
    ...(caseNumber === null ? [] : [words.say('audit.case', { number: caseNumber })]),
    actorId === null ? unnamed(act, words) : userMention(actorId),
  ];
  const moment = time(Math.floor(at / 1000), TimestampStyles.ShortDateTime);
  const change = changeOf(entry, words);
  return linesOf([facts.join(' · '), smallPrint(change === null ? moment : `${moment} · ${change}`)]);
}

/** Acts of members, who are never named; whatever else has no name Footnote does by itself. */
const actsOfMembers: readonly AuditAct[] = ['case.opened', 'case.reported', 'case.reopened'];

function unnamed(act: AuditAct, words: Words): string {
  return actsOfMembers.includes(act) ? words.say('audit.member') : 'Footnote';
}

/** What an act changed, `before → after`; null where nothing of it is kept. */
function changeOf({ before, after }: AuditEntry, words: Words): string | null {
  if (before === after) return null;
  const old = before === null ? null : parseSettingText(before);
  const now = after === null ? null : parseSettingText(after);
  if (old !== null && now !== null && old.key === now.key) {
    const values = [old, now].map(({ values }) => settingValue(now.key, values, words));
    return `${words.say(`setting.${now.key}`)}: ${values.join(' → ')}`;
  }
  const states = [before, after].filter((status) => status !== null);
  return states.map((status) => plainStatus(status, words)).join(' → ');
}

import { z } from 'zod';
import { anyone } from '../../src/cards/audit-card.ts';
import { auditActs } from '../../src/core/audit.ts';
import { UserId } from '../../src/core/ids.ts';
import type { AuditFilter } from '../../src/ports/case-stores.ts';

const CaseNumber = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number);

const orAny = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal(anyone).transform(() => undefined), schema]);

/** Who, which act and which case, each with `-` for any: in a custom_id, and in the options of `/audit`. */
export const FilterArguments = [orAny(UserId), orAny(z.enum(auditActs)), orAny(CaseNumber)] as const;

type Arguments = readonly [
  z.infer<(typeof FilterArguments)[0]>,
  z.infer<(typeof FilterArguments)[1]>,
  z.infer<(typeof FilterArguments)[2]>,
];

/** The filter these arguments stand for. */
export function filterOf([actorId, act, caseNumber]: Arguments): AuditFilter {
  return {
    ...(actorId === undefined ? {} : { actorId }),
    ...(act === undefined ? {} : { act }),
    ...(caseNumber === undefined ? {} : { caseNumber }),
  };
}

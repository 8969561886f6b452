import { jsonrepair } from 'jsonrepair';
import { ModelProposal } from '../../core/analysis/analysis.ts';

/** The longest answer that is read, in UTF-16 code units; what is longer did not keep to the order. */
const mostChars = 200_000;
/** The longest that is mended: what that takes grows with the square of the length, and is some tenths of a second here. */
const mostMendedChars = 40_000;

/**
 * The proposal in a model's answer, or null. Servers that do not hold a model to the form let it put words around the object,
 * or forget a comma: that is mended, nothing else.
 */
export function proposalIn(answer: string): ModelProposal | null {
  if (answer.length > mostChars) return null;
  const object = answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
  const asItIs = () => JSON.parse(answer);
  const mended = () => JSON.parse(jsonrepair(object));
  for (const read of object.length > mostMendedChars ? [asItIs] : [asItIs, mended]) {
    const proposal = ModelProposal.safeParse(attempted(read));
    if (proposal.success) return isEmpty(proposal.data) ? null : proposal.data;
  }
  return null;
}

function attempted(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}

function isEmpty({ summary, claims }: ModelProposal): boolean {
  return summary.length === 0 && claims.length === 0;
}

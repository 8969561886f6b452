import { z } from 'zod';
import { NoteId } from '../../core/ids.ts';
import { stances } from '../../core/note.ts';
import { PartialDate } from '../../core/partial-date.ts';

/** What rows and remembered versions alike hold of a source note. */
export const sourceFields = {
  id: NoteId,
  type: z.literal('source'),
  text: z.string(),
  stance: z.enum(stances),
  url: z.string(),
  publisher: z.string(),
  title: z.string().nullable(),
  date: PartialDate.nullable(),
};

/** What rows and remembered versions alike hold of a dispute note. */
export const disputeFields = {
  id: NoteId,
  type: z.literal('dispute'),
  text: z.string(),
  url: z.string().nullable(),
};

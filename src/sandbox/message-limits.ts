/** Discord's limits for messages, modals and autocomplete, from its reference (August 2026). */
export const limits = {
  content: 2_000,
  embeds: 10,
  rows: 5,
  components: 40,
  textDisplays: 4_000,
  sectionTexts: 3,
  buttonsInRow: 5,
  customId: 100,
  buttonLabel: 80,
  url: 512,
  mediaUrl: 2_048,
  options: 25,
  optionText: 100,
  placeholder: 150,
  files: 10,
  description: 1_024,
} as const;

import { describe, expect, test } from 'vitest';
import { scriptedPage } from './scripted-page.ts';

const at = scriptedPage();

describe('commands, by keyboard alone', () => {
  test('a slash lists the commands, letters narrow them, Enter chooses and sends', async () => {
    await at.composer().focus();
    await at.type('/');
    const listed = await at.page
      .getByRole('listbox', { name: 'Commands' })
      .getByRole('option')
      .allInnerTexts();
    await at.type('sum');
    await at.press('ArrowDown', 'Enter');
    const form = at.page.getByRole('form', { name: 'Command /summary' });
    await form.waitFor();
    await at.press('Enter');

    await at.page.getByRole('heading', { name: 'A contested post' }).waitFor();
    expect(listed.map((words) => words.split('\n')[0])).toEqual(['/claim lookup', '/summary']);
    await expect.poll(() => at.lastMessage().innerText()).toContain('Mia used /summary');
    await expect.poll(() => at.lastMessage().innerText()).toContain('Only you can see this');
    await expect.poll(() => at.composer().inputValue()).toBe('');
    expect(at.complaints).toEqual([]);
  });

  test('a whole line is run as it is typed, and the focus comes back to the composer', async () => {
    await at.composer().focus();
    await at.type('/claim lookup who pays the militias');
    await at.press('Enter');

    await at.page.getByRole('heading', { name: 'Found for: who pays the militias' }).waitFor();
    await expect.poll(() => at.lastMessage().innerText()).toContain('Mia used /claim lookup');
    await expect.poll(() => at.composer().evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test('the bot’s choices appear while one types; arrows and Enter take one', async () => {
    await at.composer().focus();
    await at.type('/claim lookup fund');
    const choices = at.page.getByRole('listbox', { name: 'Choices for query' });
    await choices.waitFor();
    await expect.poll(() => choices.getByRole('option').count()).toBe(2);
    await at.press('ArrowDown', 'ArrowDown', 'Enter');
    const taken = await at.page.getByRole('combobox', { name: 'query' }).inputValue();
    await at.press('Enter');

    await at.page.getByRole('heading', { name: 'Found for: Nobody audits the fund' }).waitFor();
    expect(taken).toBe('Nobody audits the fund');
  });

  test('an option that is needed is asked for; Escape closes the choices, then leaves the command', async () => {
    await at.composer().focus();
    await at.type('/claim lookup');
    await at.press('Enter', 'Enter');
    const problem = await at.page.getByRole('form').getByRole('alert').innerText();
    await at.page.getByRole('listbox').waitFor();
    await at.press('Escape');
    const listed = await at.page.getByRole('listbox').count();
    await at.press('Escape');
    await at.composer().waitFor();

    expect(listed).toBe(0);
    expect(problem).toBe('“query” is needed.');
    await expect.poll(() => at.composer().inputValue()).toBe('');
    await expect.poll(() => at.page.getByRole('article').count()).toBe(0);
  });

  test('localised names and descriptions follow the chosen locale', async () => {
    await at.page.getByLabel('Locale').selectOption('de');
    await at.composer().focus();
    await at.type('/zus');

    const option = at.page.getByRole('option', { name: '/zusammenfassung' });
    await expect.poll(() => option.innerText()).toContain('Die Zusammenfassung eines umstrittenen Beitrags');
  });
});
describe('cards, by keyboard alone', () => {
  test('a select menu opens a claim and the focus stays at the message', async () => {
    await at.runSummary();
    await at.tabTo('Open a claim', 'Shift+Tab');
    await at.press('Enter', 'ArrowDown', 'Enter');

    await at.page.getByRole('heading', { name: 'When the fund was set up' }).waitFor();
    const focused = at.page.locator('article:focus');
    await focused.waitFor();
    await at.press('Tab');
    expect(
      await at.page.getByRole('button', { name: 'Back' }).evaluate((one) => one === document.activeElement),
    ).toBe(true);
    expect(at.complaints).toEqual([]);
  });

  test('a modal says what is wrong with an answer, and is sent when nothing is', async () => {
    await at.runSummary();
    await at.tabTo('Report a problem', 'Shift+Tab');
    await at.press('Enter');
    const dialog = at.page.getByRole('dialog', { name: 'Report a problem' });
    await dialog.waitFor();
    await at.press('Enter', 'ArrowDown', 'Enter', 'Tab');
    await at.type('too short');
    await dialog.getByRole('button', { name: 'Submit' }).press('Enter');
    const error = await dialog.getByRole('alert').innerText();
    await at.type(', now long enough');
    await dialog.getByRole('button', { name: 'Submit' }).press('Enter');

    await at.page.getByText('Thank you: too short, now long enough').waitFor();
    expect(error).toBe('Please write at least 10 characters; there are 9 now.');
    await expect.poll(() => dialog.count()).toBe(0);
    expect(at.complaints).toEqual([]);
  });

  test('a modal keeps what was typed when the bot does not answer', async () => {
    await at.runSummary();
    await at.page.getByRole('button', { name: 'Report a problem' }).press('Enter');
    const dialog = at.page.getByRole('dialog', { name: 'Report a problem' });
    await dialog.waitFor();
    await at.press('Enter', 'Enter', 'Tab');
    await at.type('only silence follows');
    await dialog.getByRole('button', { name: 'Submit' }).press('Enter');

    await dialog.getByRole('alert').waitFor();
    await expect
      .poll(() => dialog.getByRole('textbox', { name: 'What is wrong' }).inputValue())
      .toBe('only silence follows');
    await expect
      .poll(() => dialog.getByRole('combobox', { name: 'Which part' }).innerText())
      .toBe('The summary');
  });

  test('Escape closes a modal and gives the focus back', async () => {
    await at.runSummary();
    await at.page.getByRole('button', { name: 'Report a problem' }).press('Enter');
    await at.page.getByRole('dialog').waitFor();
    await at.press('Escape');

    await expect.poll(() => at.page.getByRole('dialog').count()).toBe(0);
    const back = at.page.getByRole('button', { name: 'Report a problem' });
    expect(await back.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('an answer that never comes is told beside the message', async () => {
    await at.runSummary();
    await at.page.getByRole('button', { name: 'Withdraw' }).press('Enter');
    const busy = await at.page.getByRole('button', { name: 'Withdraw' }).getAttribute('aria-busy');

    const notice = at.lastMessage().getByRole('alert');
    await notice.waitFor();
    await expect.poll(() => notice.innerText()).toMatch(/did not respond|failed/);
    expect(busy).toBe('true');
  });

  test('what is shared is seen by others, what is private is not, and can be dismissed', async () => {
    await at.runSummary();
    await at.page.getByRole('button', { name: 'Share' }).press('Enter');
    await at.page.getByRole('heading', { name: 'Shared with everyone' }).waitFor();
    await at.page.getByRole('button', { name: 'Dismiss message' }).press('Enter');
    const mine = await at.page.getByRole('article').count();
    await at.page.getByLabel('You are').selectOption({ label: 'Max (moderator)' });

    await at.page.getByRole('heading', { name: 'Shared with everyone' }).waitFor();
    expect(mine).toBe(1);
    await expect.poll(() => at.page.getByRole('article').count()).toBe(1);
  });

  test('a message’s Apps menu runs the bot’s message commands', async () => {
    await at.composer().focus();
    await at.type('Have you read this?');
    await at.press('Enter');
    await at.page.getByRole('article').waitFor();
    await at.tabTo('Apps', 'Shift+Tab');
    await at.press('Enter', 'Enter');

    await at.page.getByText('Checked: Have you read this?').waitFor();
    expect(at.complaints).toEqual([]);
  });
});

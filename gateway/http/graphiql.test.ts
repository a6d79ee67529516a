import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPANY, READ, startFixture, token, type Fixture } from '#gateway/testing/fixture.ts';

/** Where distributions put the browser. The page is checked in a real one or not at all. */
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

describe.skipIf(browserPath === undefined)('GraphiQL in a real browser', () => {
  let fixture: Fixture;
  let browser: Browser;
  let page: Page;
  const elsewhere: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    fixture = await startFixture();
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: QUIET });
    page = await browser.newPage();
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(fixture.gateway.url) && !/^(blob|data):/.test(url)) elsewhere.push(url);
    });
    page.on('pageerror', (error) => faults.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await fixture.close();
  });

  async function open(query: string): Promise<void> {
    await page.goto(`${fixture.gateway.url}/graphiql?query=${encodeURIComponent(query)}`);
    await page.waitForSelector('.graphiql-execute-button');
    await page.waitForSelector('.graphiql-editor .view-line');
  }

  async function resultHolds(text: string): Promise<void> {
    // Polled from here, because the page's policy forbids evaluating code in it. Monaco shows spaces unbreakable.
    await expect
      .poll(async () => (await page.locator('.result-window').innerText()).replace(/\s+/g, ' '), {
        timeout: 10_000,
      })
      .toContain(text);
  }

  it('is where the root leads, loads nothing from elsewhere and answers a query', async () => {
    await page.goto(fixture.gateway.url);
    expect(page.url()).toBe(`${fixture.gateway.url}/graphiql`);
    await open('{ version }');
    await page.click('.graphiql-execute-button');
    await resultHolds('"version": "1"');
    expect(elsewhere).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('sends the token of the Headers box over HTTP and over the WebSocket', async () => {
    const accessToken = await token(READ);
    await open('{ account(id: "a1") { code } }');
    await page.click('button:has-text("Headers")');
    await page.click('.graphiql-editor-tool .graphiql-editor:not(.hidden) .view-lines');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(JSON.stringify({ Authorization: `Bearer ${accessToken}` }));
    // The editor closes braces and quotes by itself.
    await page.keyboard.press('Control+Shift+End');
    await page.keyboard.press('Delete');
    await page.click('.graphiql-execute-button');
    await resultHolds('"code": "code-a1"');

    // The page keeps the Headers box a moment after the last key, and the next page reads it from there.
    await expect
      .poll(async () => JSON.stringify(await page.context().storageState()), { timeout: 10_000 })
      .toContain(accessToken);
    fixture.feed.post(COMPANY);
    await open('subscription { transactionPosted(after: "c0") { seq transaction { description } } }');
    await page.click('.graphiql-execute-button');
    await resultHolds('"description": "Posting t1"');
  });
});

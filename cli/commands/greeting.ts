import type { DemoSeeded } from '#cli/demo/seed-demo.ts';

/** What people read when the system is up: where it is, who may sign in, and a first query to paste. */
export function greeting(url: string, demo: DemoSeeded | null, seconds: number): string {
  const lines = [
    '',
    `Davtari is ready (${seconds.toFixed(1)} s).`,
    '',
    `  GraphQL        ${url}/graphql`,
    `  Subscriptions  ${url.replace(/^http/, 'ws')}/graphql`,
    `  GraphiQL       ${url}/graphiql`,
    `  Health         ${url}/health/ready`,
  ];
  if (demo !== null) {
    lines.push(
      '',
      `  Companies      ${demo.companies.map(({ name }) => name).join(', ')}`,
      `  Users          ${demo.users.join(', ')}`,
      `  Password       ${demo.password}`,
      '',
      'A first query:',
      '',
      `  TOKEN=$(curl -s ${url}/graphql -H 'content-type: application/json' \\`,
      `    -d '{"query":"mutation{signIn(input:{email:\\"chief@demo.ge\\",password:\\"${demo.password}\\"}){accessToken}}"}' \\`,
      `    | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')`,
      `  curl -s ${url}/graphql -H 'content-type: application/json' -H "authorization: Bearer $TOKEN" \\`,
      `    -d '{"query":"{account(code:\\"1210\\"){code name balance}}"}'`,
    );
  }
  lines.push('', 'Ctrl-C stops it; the data is kept.');
  return lines.join('\n');
}

import { renderGraphiQL } from '@graphql-yoga/render-graphiql';

const FIRST_QUERY = `# Sign in, then put the token into the Headers box below:
#   { "Authorization": "Bearer <accessToken>" }
mutation SignIn {
  signIn(input: { email: "accountant@demo.ge", password: "demo-password" }) {
    accessToken
    expiresIn
  }
}
`;

const OPTIONS = {
  title: 'Davtari GraphiQL',
  endpoint: '/graphql',
  subscriptionsProtocol: 'WS',
  defaultQuery: FIRST_QUERY,
  headers: '{ "Authorization": "Bearer " }',
};

/** Over a WebSocket there are no headers, so what stands in the Headers box becomes the payload of the connection. */
const WITH_CONNECTION_PARAMS = `Object.assign(${JSON.stringify(OPTIONS)}, {
  connectionParams() {
    try {
      const headers = JSON.parse(localStorage.getItem('graphiql:headers') ?? '{}');
      return { authorization: headers.Authorization ?? headers.authorization };
    } catch {
      return {};
    }
  },
})`;

/** What the page may load: nothing but itself. */
export const GRAPHIQL_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  "style-src 'unsafe-inline'",
  'worker-src blob:',
  'img-src data:',
  'font-src data:',
  "connect-src 'self' ws: wss:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page of GraphiQL, complete in itself. */
export function graphiqlPage(): string {
  const page = renderGraphiQL(OPTIONS as Parameters<typeof renderGraphiQL>[0]);
  const written = JSON.stringify(OPTIONS);
  const at = page.lastIndexOf(written);
  if (at < 0) throw new Error('The page of GraphiQL does not hold its options where they are expected.');
  return page.slice(0, at) + WITH_CONNECTION_PARAMS + page.slice(at + written.length);
}

import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { scalars } from '#shared/graphql/scalars.ts';

/**
 * A fixture, not the payroll of Davtari: a subgraph that hangs figures of payroll on the entities of the ledger and of
 * identity in every shape in which a field can be reached. Its figures are the same for everybody and every id.
 */
export const PAYROLL_FIXTURE_SDL = /* GraphQL */ `
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.9"
      import: ["@key", "@shareable", "@authenticated", "@requiresScopes"]
    )

  "Exact decimal number as text."
  scalar Decimal

  "Somebody who is paid."
  interface Payee {
    id: ID!
    netPay: Decimal
  }

  type Transaction @key(fields: "id") {
    id: ID!
    payrollTotal: Decimal @requiresScopes(scopes: [["payroll:read"]])
    payslips: [Payslip!] @requiresScopes(scopes: [["payroll:read"]])
    paidTo: [User!]! @authenticated
  }

  type Account @key(fields: "id") {
    id: ID!
    payrollTotal: Decimal @requiresScopes(scopes: [["payroll:read"]])
  }

  type User implements Payee @key(fields: "id") {
    id: ID!
    netPay: Decimal @requiresScopes(scopes: [["payroll:read"]])
    payslips: [Payslip!]! @requiresScopes(scopes: [["payroll:read"]])
  }

  type Contractor implements Payee @authenticated {
    id: ID!
    netPay: Decimal @requiresScopes(scopes: [["payroll:read"]])
    trade: String!
  }

  type Payslip @requiresScopes(scopes: [["payroll:read"]]) {
    gross: Decimal!
    payee: User!
  }

  union Recipient = User | Contractor

  type Query {
    payees: [Payee!]! @authenticated
    recipients: [Recipient!]! @authenticated
    payslips: [Payslip!]! @requiresScopes(scopes: [["payroll:read"]])
  }

  type Mutation {
    remindOfPayday: RemindOfPaydayPayload @authenticated
  }

  type RemindOfPaydayPayload @authenticated {
    reminded: [Payee!]!
  }
`;

/** Every figure of the fixture, and the only places where these digits stand. */
export const PAYROLL_FIGURES = {
  total: '987654.31',
  net: '7654.32',
  gross: '8765.43',
} as const;

/** The fixture as a running subgraph; `asked` is told of each figure that is resolved. */
export function payrollFixture(asked: (figure: string) => void, userId: () => string): SubgraphRuntime {
  const figure = (name: keyof typeof PAYROLL_FIGURES, coordinate: string) => (): string => {
    asked(coordinate);
    return PAYROLL_FIGURES[name];
  };
  const slips = (coordinate: string) => (): readonly object[] => {
    asked(coordinate);
    return [{}];
  };
  const user = () => ({ __typename: 'User', id: userId() });
  const contractor = { __typename: 'Contractor', id: 'contractor', trade: 'plumber' };
  const resolvers = {
    Decimal: scalars.Decimal,
    Query: {
      payees: () => [user(), contractor],
      recipients: () => [user(), contractor],
      payslips: slips('Query.payslips'),
    },
    Mutation: {
      remindOfPayday: () => {
        asked('Mutation.remindOfPayday');
        return { reminded: [user(), contractor] };
      },
    },
    Transaction: {
      payrollTotal: figure('total', 'Transaction.payrollTotal'),
      payslips: slips('Transaction.payslips'),
      paidTo: () => [user()],
    },
    Account: { payrollTotal: figure('total', 'Account.payrollTotal') },
    User: { netPay: figure('net', 'User.netPay'), payslips: slips('User.payslips') },
    Contractor: { netPay: figure('net', 'Contractor.netPay') },
    Payslip: { gross: figure('gross', 'Payslip.gross'), payee: user },
  };
  return {
    name: 'payroll',
    schema: buildSubgraphSchema({
      typeDefs: parse(PAYROLL_FIXTURE_SDL),
      resolvers: resolvers as unknown as Record<string, never>,
    }),
    createContext: () => ({}),
    health: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
}

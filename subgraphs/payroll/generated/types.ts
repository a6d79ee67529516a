import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Pay } from '../pay/calculate.ts';
import type { PayRules as RulesOfPay } from '../pay/rules.ts';
import type { PayrollContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Calendar date, ISO 8601: "2026-11-22". */
  Date: { input: string; output: string; }
  /** Moment in time, RFC 3339: "2026-11-22T14:03:11.120Z". */
  DateTime: { input: string; output: string; }
  /** Exact decimal number as text, for example "1234.50". Never a JSON number, so that no tetri is lost. */
  Decimal: { input: string; output: string; }
  /** Free-form JSON object. */
  JSON: { input: Record<string, unknown>; output: Record<string, unknown>; }
  _FieldSet: { input: string; output: string; }
};

/** Where a page of a connection begins and ends, and whether more follows. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge: pass it as `after` to get the next page. Null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** True when more edges follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** True when the page was asked for with `after`. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null on an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/** Which side of a pay is given. */
export type PayBasis =
  /** What the contract promises before deductions. */
  | 'GROSS'
  /** What the employee is to receive. */
  | 'NET';

/** A pay, from gross to net, GEL. Each step is rounded to the tetri, half up. */
export type PayCalculation = {
  __typename?: 'PayCalculation';
  /** Contribution of the employee to the pension scheme. */
  employeePension: Scalars['Decimal']['output'];
  /** Gross and the contribution of the employer: what the pay costs. */
  employerCost: Scalars['Decimal']['output'];
  /** Contribution of the employer, on top of the gross. */
  employerPension: Scalars['Decimal']['output'];
  /** Pay before deductions. */
  gross: Scalars['Decimal']['output'];
  /** Income tax on the taxable pay. */
  incomeTax: Scalars['Decimal']['output'];
  /** Gross less pension and income tax. */
  net: Scalars['Decimal']['output'];
  /** Relief that was used: no more than what remains of the gross after the pension. */
  relief: Scalars['Decimal']['output'];
  /** Gross less pension and relief. */
  taxable: Scalars['Decimal']['output'];
};

/** A pay to reckon. */
export type PayCalculationInput = {
  /** GEL, positive, at most two decimals. */
  amount: Scalars['Decimal']['input'];
  /** Whether the amount is gross or net. */
  basis: PayBasis;
  /** Day whose rules are meant. */
  date: Scalars['Date']['input'];
  /** Whether the employee takes part in the funded pension scheme. */
  isPensionParticipant: Scalars['Boolean']['input'];
  /** Relief from income tax that may be used, GEL (Tax Code, article 82). */
  relief?: InputMaybe<Scalars['Decimal']['input']>;
};

/** What the law takes from pay, and adds to it, while it is valid. */
export type PayRules = {
  __typename?: 'PayRules';
  /** Share of the gross pay that a participant of the pension scheme contributes. */
  employeePensionRate: Scalars['Decimal']['output'];
  /** Share of the gross pay that the employer contributes on top of it. */
  employerPensionRate: Scalars['Decimal']['output'];
  /** Share of the taxable pay that is income tax, for example 0.20 (Tax Code, article 81). */
  incomeTaxRate: Scalars['Decimal']['output'];
  /** Law and article that say so. */
  source: Scalars['String']['output'];
  /** First day on which pay is reckoned so. */
  validFrom: Scalars['Date']['output'];
  /** Last day; null while it is not known. */
  validTo: Maybe<Scalars['Date']['output']>;
};

export type Query = {
  __typename?: 'Query';
  /**
   * Reckons a pay by the rules of a day, from gross to net or the other way: for a net pay the least gross that yields it.
   * Errors: BAD_USER_INPUT, NOT_FOUND for a day before all rules that are known.
   */
  payCalculation: PayCalculation;
  /** What the law takes from pay on this day. Errors: NOT_FOUND for a day before all rules that are known. */
  payRules: PayRules;
};


export type QueryPayCalculationArgs = {
  input: PayCalculationInput;
};


export type QueryPayRulesArgs = {
  date: Scalars['Date']['input'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PayBasis: PayBasis;
  PayCalculation: ResolverTypeWrapper<Pay>;
  PayCalculationInput: PayCalculationInput;
  PayRules: ResolverTypeWrapper<RulesOfPay>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  JSON: Scalars['JSON']['output'];
  PageInfo: PageInfo;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  PayCalculation: Pay;
  PayCalculationInput: PayCalculationInput;
  PayRules: RulesOfPay;
  Query: Record<PropertyKey, never>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type PageInfoResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayCalculationResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayCalculation'] = ResolversParentTypes['PayCalculation']> = {
  employeePension?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employerCost?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employerPension?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  incomeTax?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  relief?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  taxable?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type PayRulesResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayRules'] = ResolversParentTypes['PayRules']> = {
  employeePensionRate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employerPensionRate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  incomeTaxRate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  payCalculation?: Resolver<ResolversTypes['PayCalculation'], ParentType, ContextType, RequireFields<QueryPayCalculationArgs, 'input'>>;
  payRules?: Resolver<ResolversTypes['PayRules'], ParentType, ContextType, RequireFields<QueryPayRulesArgs, 'date'>>;
};

export type Resolvers<ContextType = PayrollContext> = {
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  PayCalculation?: PayCalculationResolvers<ContextType>;
  PayRules?: PayRulesResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
};


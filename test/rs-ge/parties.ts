import type { RsGeDocument, TaxAuthority } from '#tax/rs-ge/authority.ts';
import { createEApiClient } from '#tax/rs-ge/eapi/client.ts';
import { ownSession, type SessionStore } from '#tax/rs-ge/eapi/session.ts';
import { Endpoint, type EndpointOptions } from '#shared/rs-ge/endpoint.ts';
import { steadyPace } from '#shared/rs-ge/pace.ts';
import { createNtosClient } from '#tax/rs-ge/ntos/client.ts';
import type { SimulatedUser } from './registry.ts';
import type { Simulator } from './simulator.ts';

/** Invented taxpayers and sign-ins: nobody real has them. */
export const SELLER: SimulatedUser = {
  tin: '400000001',
  name: 'შპს გამყიდველი',
  userName: 'seller',
  password: 'seller-password',
  serviceUser: 'seller:400000001',
  servicePassword: 'seller-service',
};

export const BUYER: SimulatedUser = {
  tin: '400000002',
  name: 'შპს მყიდველი',
  userName: 'buyer',
  password: 'buyer-password',
  serviceUser: 'buyer:400000002',
  servicePassword: 'buyer-service',
};

export function sale(reference: string, given: Partial<RsGeDocument> = {}): RsGeDocument {
  return {
    reference,
    kind: 'GOODS',
    operationDate: '2026-11-10',
    sellerTin: SELLER.tin,
    buyerTin: BUYER.tin,
    lines: [
      {
        name: 'მაგიდა "დიდი" & <ახალი>',
        unitId: 1,
        unitText: 'ცალი',
        quantity: '2',
        unitPrice: '118.00',
        amount: '236.00',
        vat: '36.00',
        treatment: 'STANDARD',
      },
      {
        name: 'წიგნი',
        unitId: 1,
        unitText: 'ცალი',
        quantity: '1.5',
        unitPrice: '10.00',
        amount: '15.00',
        vat: '0.00',
        treatment: 'EXEMPT',
      },
    ],
    corrects: null,
    advances: [],
    ...given,
  };
}

export interface ClientOptions extends Partial<Pick<EndpointOptions, 'timeoutMs' | 'breaker' | 'maxBytes'>> {
  readonly paceMs?: number;
  readonly sessions?: SessionStore;
}

export function eapiOf(simulator: Simulator, user: SimulatedUser, options: ClientOptions = {}): TaxAuthority {
  const { paceMs = 0, sessions = ownSession(), ...endpoint } = options;
  return createEApiClient({
    endpoint: new Endpoint({ url: simulator.eapiUrl, pace: steadyPace(paceMs), ...endpoint }),
    credentials: user,
    deviceCode: 'test-device',
    sessions,
    resultPauseMs: 20,
  });
}

export function ntosOf(simulator: Simulator, user: SimulatedUser, options: ClientOptions = {}): TaxAuthority {
  const { paceMs = 0, ...endpoint } = options;
  return createNtosClient({
    endpoint: new Endpoint({ url: simulator.ntosUrl, pace: steadyPace(paceMs), ...endpoint }),
    credentials: user,
    tin: user.tin,
  });
}

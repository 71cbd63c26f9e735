export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export { DEFAULT_LIMITS, type Limits } from './limits/limits.ts';

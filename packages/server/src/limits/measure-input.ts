import { MAX_PAGE_SIZE, requireListSize } from '@reintegration/schema';
import { type GraphQLInputType, getNullableType, isInputObjectType, isListType } from 'graphql';

/**
 * Bounds every list that a caller passes in, however deep it lies: as long as a page, or as long as the contract says
 * of that very list.
 *
 * @throws ApiError BAD_USER_INPUT for the first that is too long
 */
export function requireInputSizes(
  name: string,
  type: GraphQLInputType,
  value: unknown,
  most = MAX_PAGE_SIZE,
) {
  const bare = getNullableType(type);
  if (isListType(bare) && Array.isArray(value)) {
    requireListSize(name, value.length, most);
    for (const item of value) requireInputSizes(name, bare.ofType, item);
  }
  if (!isInputObjectType(bare) || typeof value !== 'object' || value === null) return;
  for (const field of Object.values(bare.getFields())) {
    const { maxItems } = field.extensions;
    const inner = (value as Readonly<Record<string, unknown>>)[field.name];
    requireInputSizes(field.name, field.type, inner, typeof maxItems === 'number' ? maxItems : MAX_PAGE_SIZE);
  }
}

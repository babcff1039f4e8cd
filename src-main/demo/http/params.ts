import * as v from 'valibot';
import { invalidParam } from './errors.ts';

/** A string that names a thing of the server, of whatever length and id scheme. */
export const id = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9]+$/));

/** Several of them, each once. */
export const ids = v.pipe(
  v.array(id),
  v.check((list) => new Set(list).size === list.length, 'must NOT have duplicate items'),
);

/** How many to answer: 1 to 100, 10 when left out. */
export const limit = v.optional(
  v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  10,
);

/** The parameters that page through a list. */
export const paging = {
  limit,
  sinceId: v.optional(id),
  untilId: v.optional(id),
  sinceDate: v.optional(v.pipe(v.number(), v.integer())),
  untilDate: v.optional(v.pipe(v.number(), v.integer())),
};

/** Checks parameters. Throws the API's INVALID_PARAM, with `param` and `reason` in the real server's words. */
export function checkParams<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw invalidParam(...inServersWords(issue));
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
  record: 'object',
};

function inServersWords(issue: v.BaseIssue<unknown>): [param: string, reason: string] {
  const path = issue.path ?? [];
  const last = path.at(-1);
  const at = (items: readonly v.IssuePathItem[]) =>
    items
      .map((item) => (item.type === 'array' ? '/items' : `/properties/${String(item.key)}`))
      .join('');
  const missing = issue.type === 'object' && issue.input === undefined && last !== undefined;
  if (missing)
    return [
      `#${at(path.slice(0, -1))}/required`,
      `must have required property '${String(last.key)}'`,
    ];
  const [keyword, reason] = keywordOf(issue);
  return [`#${at(path)}/${keyword}`, reason];
}

function keywordOf(issue: v.BaseIssue<unknown>): [keyword: string, reason: string] {
  const wanted = (issue.expected ?? '').replace(/^[<>=]+/, '');
  switch (issue.type) {
    case 'max_value':
      return ['maximum', `must be <= ${wanted}`];
    case 'min_value':
      return ['minimum', `must be >= ${wanted}`];
    case 'max_length':
      return Array.isArray(issue.input)
        ? ['maxItems', `must NOT have more than ${wanted} items`]
        : ['maxLength', `must NOT have more than ${wanted} characters`];
    case 'min_length':
      return Array.isArray(issue.input)
        ? ['minItems', `must NOT have fewer than ${wanted} items`]
        : ['minLength', `must NOT have fewer than ${wanted} characters`];
    case 'check':
      return ['uniqueItems', issue.message];
    case 'regex':
      return ['format', 'must match format "misskey:id"'];
    case 'picklist':
      return ['enum', 'must be equal to one of the allowed values'];
    default:
      return ['type', `must be ${typeNames[issue.type] ?? wanted}`];
  }
}

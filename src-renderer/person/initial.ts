/**
 * What stands for a person without a picture: the first letter or number of the name, in upper case,
 * else its first emoji. Custom emojis (`:name:`) are no letters.
 */
export function initial(name: string): string {
  const plain = name.replace(/:[\w+-]+(?:@[\w.-]+)?:/g, '');
  const [letter] = /[\p{L}\p{N}]/u.exec(plain) ?? /\p{Extended_Pictographic}/u.exec(plain) ?? [];
  return letter?.toUpperCase() ?? '@';
}

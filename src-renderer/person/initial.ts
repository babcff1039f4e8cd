/** The letter that stands for a person without a picture: the name's first letter or number, in upper case. */
export function initial(name: string): string {
  const [letter] = /[\p{L}\p{N}]/u.exec(name) ?? [];
  return letter?.toUpperCase() ?? '@';
}

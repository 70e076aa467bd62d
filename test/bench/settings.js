/** A whole number given as --name. */
export function wholeNumber(values, name, least) {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < least) throw new Error(`--${name} is ${values[name]}; give a whole number from ${least}`);
  return value;
}

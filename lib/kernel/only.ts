/** The answer of a batch of one. @throws the refusal, if it is one */
export const only = <T>([answer]: readonly (T | Error)[]): T => {
  if (answer instanceof Error) throw answer;
  return answer as T;
};

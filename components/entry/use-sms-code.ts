import { useEffect, useEffectEvent } from "react";

/** Browsers that read the last line of an SMS for this site hand over its digits, after their owner said so; others offer
 * them above the keyboard by themselves. */
export function useSmsCode(isAwaited: boolean, take: (digits: string) => void): void {
  const taken = useEffectEvent(take);
  useEffect(() => {
    if (!isAwaited || !("OTPCredential" in window)) return;
    const waiting = new AbortController();
    const asked = { otp: { transport: ["sms"] }, signal: waiting.signal } as CredentialRequestOptions;
    navigator.credentials.get(asked).then(
      (given) => given && "code" in given && taken(String(given.code)),
      () => undefined,
    );
    return () => waiting.abort();
  }, [isAwaited]);
}

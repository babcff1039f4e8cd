import * as v from 'valibot';
import { BusError, type SessionBus } from '../bus/session-bus.ts';
import { serviceName, servicePath } from '../toasts/notification-service.ts';
import { attention, type Finding, fails, works } from './check.ts';

const text = v.pipe(v.string(), v.maxLength(200));
const informationReply = v.looseTuple([text, text, text]);
const capabilitiesReply = v.looseTuple([v.pipe(v.array(text), v.maxLength(100))]);

/** The service may have to be started by this very question, as a toast would start it. */
const answerWithinMs = 10_000;

/** What shows notifications on a Linux desktop, asked as a toast would ask it. */
export async function findToastService(bus: SessionBus): Promise<Finding> {
  if (bus.state() !== 'up') {
    return fails(
      (m) => m.diagnostics.toasts.noBus,
      (m) => m.diagnostics.toasts.noBusAdvice,
    );
  }
  const ask = (member: string) =>
    bus.call({
      destination: serviceName,
      path: servicePath,
      interface: serviceName,
      member,
      timeoutMs: answerWithinMs,
    });
  try {
    const [name, , version] = v.parse(informationReply, await ask('GetServerInformation'));
    const [capabilities] = v.parse(capabilitiesReply, await ask('GetCapabilities'));
    const service = [name, version].filter((part) => part !== '').join(' ');
    const abilities = capabilities.join(', ');
    if (capabilities.includes('actions')) {
      return works((m) => m.diagnostics.toasts.abilities(service, abilities));
    }
    return attention(
      (m) => m.diagnostics.toasts.noButtons(service, abilities),
      (m) => m.diagnostics.toasts.noButtonsAdvice,
    );
  } catch (error) {
    if (error instanceof BusError && error.code === 'refused') {
      return fails(
        (m) => m.diagnostics.toasts.none,
        (m) => m.diagnostics.toasts.noneAdvice,
      );
    }
    return fails(
      (m) => m.diagnostics.toasts.silent,
      (m) => m.diagnostics.toasts.silentAdvice,
    );
  }
}

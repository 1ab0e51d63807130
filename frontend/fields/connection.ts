/** Tells by the browser and Vaadin's client whether the server can be reached. */

interface ConnectionState {
  state: string;
  addStateChangeListener(listener: () => void): void;
  removeStateChangeListener(listener: () => void): void;
}

function vaadins(): ConnectionState | undefined {
  return (window as { Vaadin?: { connectionState?: ConnectionState } }).Vaadin?.connectionState;
}

export function serverInReach(): boolean {
  const state = vaadins()?.state;
  return navigator.onLine && state !== 'reconnecting' && state !== 'connection-lost';
}

export function onConnectionChange(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  vaadins()?.addStateChangeListener(listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
    vaadins()?.removeStateChangeListener(listener);
  };
}

// Assembly voting: a small injection container keyed by symbols; hub connections are built from injected endpoints.
import { Container } from './core/container';
import { TOKENS } from './core/tokens';
import { registerEndpoints } from './endpoints';
import { BallotHub, DelegateHub } from './hubs';

const container = new Container();
registerEndpoints(container);
container.bind(TOKENS.Ballots, (c) => new BallotHub(c.get(TOKENS.BallotUrl)));
container.bind(TOKENS.Delegates, (c) => new DelegateHub(c.get(TOKENS.DelegateUrl)));

const state = { yes: 0, no: 0, present: 0, quorum: 5051 };
const paint = () => {
  document.getElementById('root')!.textContent =
    `${state.yes} : ${state.no} (${state.present} of ${state.quorum} present)`;
};

container.get<BallotHub>(TOKENS.Ballots).onTally((tally) => {
  Object.assign(state, tally);
  paint();
});
container.get<DelegateHub>(TOKENS.Delegates).onPresence((present) => {
  state.present = present;
  paint();
});
paint();

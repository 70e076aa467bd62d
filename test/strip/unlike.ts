/** Articles that have nothing in common: a headline and two paragraphs each. */
export const UNLIKE = `
Fog blamed for ferry crash
A ferry struck the breakwater in thick fog on Tuesday, and thirty people were hurt, four of them badly, the harbour master said.
Divers will look at the hull in the afternoon, and until then nobody may cross the water by the northern route.

Bees above the classroom
The school on Kettle Lane keeps hives under its gutters, and each class looks after one of its own from the third year on.
Honey is sold at the summer fair by the oldest pupils, who spend what they earn on a trip to the glassworks.

Woods for pensions
Pension funds have bought three forests since January, betting that an asset which grows by itself will outlast dearer money.
Foresters fear for the paths, which the new owners want to close while timber is being felled and carried out.

Beans lent out again
A library in the valley lends seeds, and readers bring back a dozen for each that they took, or pay a small fine.
Tomatoes come second, pumpkins third, while nobody has ever asked for the one packet of salsify in the drawer.

Baker wins back his name
Judges in Tarrin ruled that Leopold Anker may call his shop what his grandfather did, although a chain owns the trademark elsewhere.
Customers had painted over the sign by night four times; police never found out which of them held the brush.

Tunnel opens a year early
Drivers can use the second bore under the ridge from Saturday, after engineers met softer rock than their maps had promised.
Tolls fall by a third at night, a concession to hauliers that cost the ministry nine million crowns.

Choir sings for its organ
Forty amateurs will perform every cantata of a forgotten cantor within one week to pay for new bellows and 212 pipes.
Tickets went to subscribers first, then to pensioners, lastly to whoever queued in sleet outside the vestry.

Champion at nine
Mirel Oduya took the open title with eight points, half a point ahead of a grandmaster five times her age.
Her next tournament starts on Monday in a gymnasium where the heating failed twice during last winter's finals.

Lamp goes dark
Keepers will switch off the lighthouse beam at Halvern Point for good, since ships have relied on satellites for decades.
Swallows nest in its gallery, so scaffolding has to wait for autumn, to the relief of painters afraid of heights.

Tram line takes shape
Rails for the eastern loop arrived by barge from a mill that once supplied the very first horse cars.
Residents along Orchard Street have asked for rubber mats, having measured ninety decibels on a neighbour's balcony.

Market bans plastic crates
Stallholders may only use willow baskets from next month, a rule that growers call charming and quite impossible.
Inspectors intend to weigh each basket separately, which doubles queues at dawn according to their own trial run.

Chess clock stops mayor
Guy Pascoe lost his seat after three terms because opponents counted every minute that he had spoken out of turn.
Council rules drawn up in 1911 allow such a motion once a session, and no one had remembered it until Thursday.
`
  .trim()
  .split('\n\n');

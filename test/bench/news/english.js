/** The words of English that the invented ones stand among. */

/** Function words with their count in 10,000 running words of news, roughly. */
const COUNTED = `
  the 600 of 280 to 265 and 250 a 225 in 215 that 105 for 95 is 78 on 76 was 74 with 66 he 62 it 60 as 58 at 54 by 52 his 46
  from 44 be 43 has 42 have 40 are 40 an 38 not 37 they 34 who 34 but 33 had 32 were 31 their 30 i 30 we 29 this 28 will 28
  its 26 which 24 been 24 you 22 or 21 more 21 would 21 about 20 she 20 her 20 after 18 one 18 when 17 there 17 than 16 all 15
  up 15 out 15 two 14 also 14 if 13 into 13 over 12 other 12 some 12 so 11 could 11 what 11 can 11 him 11 no 10 first 10 them 10
  our 10 before 10 just 9 because 9 only 9 most 9 while 8 where 8 now 8 then 8 during 8 my 8 any 7 even 7 three 7 against 7
  under 6 between 6 many 6 your 6 such 6 down 6 should 6 these 6 those 6 being 6 through 6 since 6 may 5 both 5 how 5 very 5
  still 5 same 5 own 5 off 5 around 5 do 5 did 5 does 5 much 5 until 5 every 4 among 4 another 4 well 4 within 4 without 4 us 4
  me 4 might 4 each 4 too 4 few 4 several 4 however 4 though 3 whether 3 here 3 again 3 four 3 five 3 per 3 next 3 once 3 toward 2
  despite 2 although 2 never 2 always 2 yet 2 along 2 behind 2 across 2 near 2 must 2 least 2 why 2 having 2 themselves 1 himself 1
  herself 1 itself 1 above 1 below 1 beyond 1 upon 1 onto 1 rather 1 neither 1 either 1`;

const counted = COUNTED.trim().split(/\s+/);
export const FUNCTION_WORDS = counted.filter((_, i) => i % 2 === 0);
export const FUNCTION_COUNTS = counted.filter((_, i) => i % 2 === 1).map(Number);

/** The commonest content words of news, the commonest first: they lead the vocabulary, so that the background of the program knows some of it. */
export const COMMON_WORDS = `
  said year people new time state government president years percent told police million last public country officials city
  company national report day week group world work home school court case house law market public family office party service
  team money plan part made high member days business way number minister leader power health security issue help help community
  support use used end local change major area called come took war early problem program official including found reported
  former federal political system put called department financial place statement making women children man show long right going
  election economic military news late set area general bank international social department trade left industry life decision
  vote control game interest head working men research student students university policy action need second lead meeting billion
  deal police fire line south north west east center director important win future run held started began road water food price
  prices rate growth tax budget cut rise fell rose sales share shares stock investors quarter profit loss cost costs pay workers
  union job jobs labor strike talks agreement peace attack attacks killed injured died death victims hospital doctors medical
  patients study researchers science technology internet online phone video media television film music art book season league
  coach player players match goal cup club championship race final victory championship crash accident car driver vehicle train
  flight airport plane storm weather rain snow flood wind temperature fire firefighters damage emergency rescue evacuated residents
  neighborhood street building construction housing property land farm farmers crop animal environment climate energy oil gas
  electricity nuclear coal solar mine border immigration refugees foreign ambassador embassy sanctions treaty alliance troops army
  navy soldiers weapons missile bomb terrorist prison sentence judge jury trial lawyer attorney charges charged guilty arrested
  suspect investigation evidence crime murder theft fraud drug drugs alcohol church religious faith festival holiday tourism hotel
  restaurant chef museum park river lake mountain island beach ocean coast port ship bridge highway traffic project funding
  development infrastructure council mayor governor senator congress parliament cabinet opposition campaign candidate voters poll
  debate reform bill legislation regulation rules rights protest protesters demonstration rally violence conflict crisis relief aid
  charity donation volunteers education teacher teachers college degree class training skills experience opportunity challenge
  success failure risk impact effect result results response effort strategy goal target level record history story event moment
  morning afternoon evening night month hour minute`
  .trim()
  .split(/\s+/);

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const MONTHS = 'January February March April May June July August September October November December'.split(' ');

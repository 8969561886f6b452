const ROWS = `
bear bore borne
beat beaten
become became
begin began begun
bite bit bitten
blow blew blown
break broke broken
bring brought
build built
buy bought
catch caught
choose chose chosen
come came
deal dealt
dig dug
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fly flew flown
forbid forbade forbidden
forget forgot forgotten
freeze froze frozen
give gave given
go goes went gone
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
know knew known
lay laid
lead led
lend lent
lose lost
make made
mean meant
meet met
pay paid
ride rode ridden
ring rang rung
rise rose risen
run ran
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shoot shot
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
speak spoke spoken
spend spent
spring sprang sprung
stand stood
steal stole stolen
stick stuck
strike struck
swear swore sworn
sweep swept
swim swam swum
take took taken
teach taught
tear tore torn
think thought
throw threw thrown
wake woke woken
wear wore worn
win won
withdraw withdrew withdrawn
write wrote written
man men
woman women
child children
foot feet
tooth teeth
mouse mice
goose geese
person people
life lives
wife wives
knife knives
half halves
criterion criteria
bad worse worst
good better best
die died dying dies
`;

/** English forms that no stemmer brings together, each under its plain form. Normalised words. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  ROWS.trim()
    .split('\n')
    .map((row) => row.split(' '))
    .flatMap(([plain = '', ...forms]) => forms.map((form): [string, string] => [form, plain])),
);

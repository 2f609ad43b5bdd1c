namespace Truceline.Entity.Reading.Claims.Learned;

/// <summary>What a sign tells of. Numbers go into hashes: the order is part of the model's format.</summary>
internal enum ClauseSign : byte
{
    Rule, RuleOutcome, RuleClass, RuleOutcomeClass, RuleFlags, RuleKindSpeech, Unclaimed, Verb, VerbMood, Auxiliaries, VerbPassive, Particle, Head, HeadPos, HeadRelation, Governor, GovernorRelation,
    Subject, SubjectKind, Object, HeadObject, Oblique, Word, Pair, First, Second, Last, Before, BeforeTwo, After, AfterTwo, Speech, SpeechWho, Quoted, Link, Aside, DeedByVerb, DeedByNoun, DeedNoun, Entity, SubjectEntity,
    Number, Year, Date, Closing, Place, Within, Contains, Length, Negated, Infinitive, FirstOfSentence, NeighbourOutcome, Marks, VerbCount, Modal, GovernorMood, SubjectDet,
}

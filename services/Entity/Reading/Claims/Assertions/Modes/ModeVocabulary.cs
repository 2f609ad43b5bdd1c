using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Assertions.Modes;

/// <summary>Words that several of the rules of mode look for.</summary>
internal static class ModeVocabulary
{
    public static readonly FrozenSet<string> Likely = Words.Set("possible likely unlikely conceivable plausible probable thinkable doubtful improbable liable apt feared imaginable");
    public static readonly FrozenSet<string> Promising = Lexicon.Set("promising");
    public static readonly FrozenSet<string> Suspecting = Lexicon.Set("suspecting");
    public static readonly FrozenSet<string> Doubtful = Lexicon.Set("doubtadverb");
    public static readonly FrozenSet<string> Restraint = Lexicon.Set("restraint");
    public static readonly FrozenSet<string> Observers = Lexicon.Nouns("observer");
    public static readonly FrozenSet<string> Papers = Words.Set("deal agreement pact accord plan memorandum measures truce terms treaty protocol roadmap document minsk resolution paper framework");
    public static readonly string[][] Lies = PhraseList.Of("a lie|not true|untrue|a fabrication|an invention|pure invention|false|nonsense|it was the other side|was the other side|not us|not i|not ours|no breach|by mistake|lay elsewhere|had been elsewhere|miles away|nothing to do with|none of our|knew nothing|knows nothing|a provocation|propaganda|fake|baseless|groundless|fiction|staged|fairy tale|fairy-tale|a hoax|invented|made up|made-up|fabricated|concocted|a smear|slander|a figment|a myth|rubbish|absurd|preposterous|ludicrous|unfounded|without foundation|no truth|no basis|a falsehood|pack of lies|all lies|fantasy|disinformation|no hand in|no part in|no role in|not our doing|not our work|never happened|did it|did this|to blame for it|the work of bandits|the work of others|out of thin air|, not");
}

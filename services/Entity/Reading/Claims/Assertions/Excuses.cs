using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Assertions.Modes;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>What a party answers when it is said to have broken its word: that it was others, an accident, a reply, an old picture.</summary>
internal static class Excuses
{
    private static readonly FrozenSet<string> Lame = Words.Set(
        "old staged fake self-defence self-defense accident accidental misunderstanding deserters impostors bandits thieves criminals provocateurs rogue strayed malfunction mistake drill routine decoy dummies civilians unarmed looters smugglers hunters instructors farmers");

    private static readonly FrozenSet<string> Adverbs = Words.Set("merely only simply just");

    private static readonly string[][] Replies = PhraseList.Of(
        "answering fire|answered fire|answering an|returning fire|returned fire|in reply|in response|in answer|fired first|shot first|fire first|started it|the target was|they who|it was they|lost their way|out of date|years ago|last year|another place|another war|somewhere else|other side|what roadblocks|what troops|what tanks|what drones");

    /// <summary>Whether a part that somebody says, and who is no observer, is such an answer.</summary>
    public static bool IsOne(Words words, Part part) =>
        (part.Quoted || part.Speech is { IsSource: false, Who.IsEmpty: false })
        && !(part.Speech is { Who.IsEmpty: false } speech && words.Any(speech.Who.First, speech.Who.End, ModeVocabulary.Observers))
        && (part.Main is { Mood: VerbMood.Asserted } main && (main.Lemma == "be" && words.Any(main.End, part.End, Lame) || Adverbs.Contains(words[main.Head - 1]) || Adverbs.Contains(words[main.First - 1]))
            || part.Main is null && part.Has(Lame) || part.HasAny(Replies) || part.Quoted && words[part.Start] is "what" or "which" or "whose");
}

using System.Collections.Frozen;
using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Reading.Syntax;

/// <summary>
/// Makes the relations under a passive verb agree: moves are chosen one by one, and a subject is often hung up before its verb's auxiliary shows that it is passive. A subject beside a passive
/// auxiliary is a passive one; what "by" leads in is the doer, unless it is a time.
/// </summary>
internal static class PassiveRelations
{
    private static readonly uint By = Hash("by");

    private static readonly FrozenSet<uint> Times = new[]
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "dawn", "noon", "midnight", "nightfall", "morning", "evening", "night", "day", "week", "month", "year", "end", "deadline", "time", "spring", "summer", "autumn",
        "winter", "now", "then",
    }.Select(Hash).ToFrozenSet();

    /// <summary>Settles the relations of a parsed state.</summary>
    public static void Settle(ParserState state)
    {
        for (var i = 0; i < state.Count; i++)
        {
            if (state.Relations[i] == Relation.AuxPass && state.Heads[i] < state.Count)
                state.Frame[state.Heads[i]] |= Passive;
        }
        for (var i = 0; i < state.Count; i++)
        {
            var head = state.Heads[i];
            if (head >= state.Count)
                continue;
            var isPassive = (state.Frame[head] & Passive) != 0;
            if (isPassive && state.Relations[i] == Relation.Nsubj)
                state.Relations[i] = Relation.NsubjPass;
            if (state.Relations[i] == Relation.Obl && (isPassive || IsParticiple(state, head)) && IsLedByBy(state, i) && state.Tags[i] != UPos.Num && !Times.Contains(state.Words[i].Word))
                state.Relations[i] = Relation.OblAgent;
        }
    }

    /// <summary>A bit of <see cref="ParserState.Frame"/> that no feature looks at once the sentence is parsed.</summary>
    private const ushort Passive = 1 << 15;

    private static bool IsParticiple(ParserState state, int token) =>
        state.Relations[token] == Relation.Acl && state.Tags[token] == UPos.Verb && state.Words[token].Form == 2;

    private static bool IsLedByBy(ParserState state, int token)
    {
        var first = state.Left1[token];
        return first >= 0 && state.Relations[first] == Relation.Case && state.Words[first].Word == By;
    }

    private static uint Hash(string word) => (uint)WordHash.Lower(word);
}

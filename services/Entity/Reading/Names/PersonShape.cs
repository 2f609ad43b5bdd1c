using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Names;

/// <summary>How far the name of a person reaches in a row of atoms.</summary>
internal sealed class PersonShape(Offices offices)
{
    private const int LongestName = 5;

    private static readonly FrozenSet<string> Particles = Set("al el bin ibn bint abu abd ul ur von van de da der di du dos la le ould ag");

    private static readonly FrozenSet<string> NotInNames = Set(
        "assembly council office staff secretariat command party street avenue square airport university ministry agency force forces army front the a an i he she it "
        + "we they but and or in on at for to of house palace foundation prize news post times province city governorate oblast region river");

    /// <summary>Whether a key is a particle of names: "al", "bin", "de".</summary>
    public static bool IsParticle(string key) => Particles.Contains(key);

    /// <summary>Index of the last atom of the name that begins at an atom; less than it when none begins there.</summary>
    public int EndOfRun(MentionContext context, int first)
    {
        var atoms = context.Atoms;
        var end = first - 1;
        for (var i = first; i < first + LongestName + 2 && atoms.SameSentence(first, i); i++)
        {
            var atom = atoms[i];
            if (atom.IsJoined && i > first && end == i - 1 && !context.IsTaken(i))
            {
                end = i;
                continue;
            }
            if (context.IsTaken(i) || NotInNames.Contains(atom.Key))
                break;
            if (atom.IsWord && atom.IsCapital && !atom.Is(WordTraits.Calendar) && !(i > first && offices.TitleAt(atoms, i) is { } title && title.Last >= i && !atom.Is(WordTraits.FirstName)))
                end = i;
            else if (atom.Key == "." && i > first && atoms[i - 1].Span.Length == 1)
                continue;
            else if (Particles.Contains(atom.Key) && (atoms[i + 1].IsCapital || (Particles.Contains(atoms[i + 1].Key) && atoms[i + 2].IsCapital)) && !atom.IsFirst)
                continue;
            else
                break;
        }
        return end;
    }

    /// <summary>First atom of a surname with the particles before it: "al-Assad" for "Assad", "bin Salman" for "Salman".</summary>
    public static int StartOfSurname(AtomRow atoms, int surname)
    {
        var first = surname;
        while (Particles.Contains(atoms[first - 1].Key) && atoms.SameSentence(first - 1, surname) && (atoms[first].IsJoined || !atoms[first - 1].IsCapital || first == surname))
            first--;
        return first;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

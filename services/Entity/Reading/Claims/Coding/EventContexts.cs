using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>PLOVER's context of an event: the sphere of life that its words belong to. Pure.</summary>
internal static class EventContexts
{
    // Of spheres with as many words the one that stands first here counts: the rarer before the more common.
    private static readonly (string Context, string Words)[] Spheres =
    [
        ("cbrn", "nuclear chemical biological sarin chlorine enrichment uranium reactor warhead radiological"),
        ("cyber", "cyber cyberattack hacker hackers hack hacked malware website internet"),
        ("terrorism", "terrorist terrorists terrorism hijackers suicide qaeda bomber bombers"),
        ("refugees", "refugee refugees displaced asylum migrants aliens exiles evacuees"),
        ("disaster", "earthquake flood floods famine drought cyclone hurricane tsunami quake"),
        ("health", "epidemic cholera ebola vaccine vaccines hospital medicine medical virus"),
        ("election", "election elections vote voters ballot polls candidate candidates referendum"),
        ("rights", "rights torture censorship minority minorities discrimination freedoms"),
        ("legal", "court judge tribunal trial lawsuit prosecutor prosecutors charges law sentence sentenced extradition detainee detainees"),
        ("resource", "oil gas water dam fishing pipeline electricity fuel mineral"),
        ("economic", "economic trade aid loan dollars bank currency tariff wages investment debt grant workers strike imports exports"),
        ("military", "troops army military soldiers forces ceasefire truce weapons missile missiles artillery rebels fighters guerrillas war peacekeepers peacekeeping tanks airstrike shelling arms offensive bombing"),
        ("political", "government parliament party opposition cabinet constitution coalition resign reform reforms curfew emergency"),
        ("diplomatic", "ambassador embassy diplomatic diplomats talks summit envoy minister relations treaty negotiations visit mediation"),
    ];

    private static readonly FrozenDictionary<string, int> SphereOf = Spheres.SelectMany((s, i) => s.Words.Split(' ').Select(w => (Word: w, Sphere: i)))
        .DistinctBy(p => p.Word).ToFrozenDictionary(p => p.Word, p => p.Sphere, StringComparer.Ordinal);

    /// <summary>The context; null when no word tells it.</summary>
    public static string? Of(ClauseWords words)
    {
        Span<int> counts = stackalloc int[Spheres.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (SphereOf.TryGetValue(words[i].Word, out var sphere))
                counts[sphere]++;
        }
        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best])
                best = i;
        }
        return counts[best] > 0 ? Spheres[best].Context : null;
    }
}

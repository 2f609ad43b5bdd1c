using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>PLOVER's context of an event: the sphere of life that its words belong to. Pure.</summary>
internal static class EventContexts
{
    // Of spheres with as many words the one that stands first here counts: the rarer before the more common.
    private static readonly (string Context, FrozenSet<string> Words)[] Spheres =
    [
        Sphere("cbrn", "nuclear chemical biological sarin chlorine enrichment uranium reactor warhead radiological"),
        Sphere("cyber", "cyber cyberattack hacker hackers hack hacked malware website internet"),
        Sphere("terrorism", "terrorist terrorists terrorism hijackers suicide qaeda bomber bombers"),
        Sphere("refugees", "refugee refugees displaced asylum migrants aliens exiles evacuees"),
        Sphere("disaster", "earthquake flood floods famine drought cyclone hurricane tsunami quake"),
        Sphere("health", "epidemic cholera ebola vaccine vaccines hospital medicine medical virus"),
        Sphere("election", "election elections vote voters ballot polls candidate candidates referendum"),
        Sphere("rights", "rights torture censorship minority minorities discrimination freedoms"),
        Sphere("legal", "court judge tribunal trial lawsuit prosecutor prosecutors charges law sentence sentenced extradition detainee detainees"),
        Sphere("resource", "oil gas water dam fishing pipeline electricity fuel mineral"),
        Sphere("economic", "economic trade aid loan dollars bank currency tariff wages investment debt grant workers strike imports exports"),
        Sphere("military", "troops army military soldiers forces ceasefire truce weapons missile missiles artillery rebels fighters guerrillas war peacekeepers peacekeeping tanks airstrike shelling arms offensive bombing"),
        Sphere("political", "government parliament party opposition cabinet constitution coalition resign reform reforms curfew emergency"),
        Sphere("diplomatic", "ambassador embassy diplomatic diplomats talks summit envoy minister relations treaty negotiations visit mediation"),
    ];

    /// <summary>The context; null when no word tells it.</summary>
    public static string? Of(ClauseWords words)
    {
        var (best, most) = ((string?)null, 0);
        foreach (var (context, set) in Spheres)
        {
            var count = words.Count(set);
            if (count > most)
                (best, most) = (context, count);
        }
        return best;
    }

    private static (string, FrozenSet<string>) Sphere(string context, string words) => (context, words.Split(' ').ToFrozenSet(StringComparer.Ordinal));
}

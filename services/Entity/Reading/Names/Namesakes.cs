using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>Tells places of one name apart where the text itself says in which state or division each lies: "Tripoli, Libya, and … Tripoli, Lebanon".</summary>
internal sealed class Namesakes(Gazetteer gazetteer)
{
    /// <summary>The mentions, in order; of a name with two containers or more each is keyed by its own, one that says none by the last that was said.</summary>
    public List<NameMention> Apart(List<NameMention> mentions)
    {
        var said = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            if (mention is not { Key: null, Toponym: { } name, Within: { } within } || !gazetteer.Holds(within, name))
                continue;
            var key = NameKey.Loose(name);
            if (!said.TryGetValue(key, out var containers))
                said[key] = containers = [];
            if (!containers.Contains(NameKey.Loose(within)))
                containers.Add(NameKey.Loose(within));
        }
        if (!said.Values.Any(c => c.Count > 1))
            return mentions;
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        return mentions.ConvertAll(mention =>
        {
            if (mention is not { Key: null, Toponym: { } name })
                return mention;
            var key = NameKey.Loose(name);
            if (!said.TryGetValue(key, out var containers) || containers.Count < 2)
                return mention;
            if (mention.Within is { } within && containers.Contains(NameKey.Loose(within)))
                last[key] = NameKey.Loose(within);
            return mention with { Key = $"{key} in {last.GetValueOrDefault(key, containers[0])}" };
        });
    }
}

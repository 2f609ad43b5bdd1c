namespace Truceline.Ingest.Normalising.Bylines;

/// <summary>Reads credits as agencies set them behind a story: "(Reporting by A in X and B; Writing by C; Editing by D)". Editors are no authors. Pure; linear.</summary>
internal static class CreditText
{
    private const int Longest = 500;

    private static readonly string[] Authors =
        ["reporting by ", "additional reporting by ", "reporting and writing by ", "writing by ", "written by ", "compiled by ", "reported by ", "by ", "with reporting by ", "additional reporting from ", "reportage de ", "con la colaboración de "];

    /// <summary>Those who reported and wrote.</summary>
    internal static Byline Read(string text)
    {
        var names = new List<string>();
        var agency = "";
        foreach (var part in (text.Length > Longest ? text[..Longest] : text).Trim(' ', '(', ')', '[', ']', '.').Split([';', '.', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var opening = Array.Find(Authors, a => part.StartsWith(a, StringComparison.OrdinalIgnoreCase));
            if (opening is null)
            {
                continue;
            }

            var byline = BylineText.Read(part[opening.Length..]);
            names.AddRange(byline.Names.Where(n => !names.Contains(n, StringComparer.OrdinalIgnoreCase)));
            agency = agency.Length > 0 ? agency : byline.Agency;
        }

        return names.Count == 0 && agency.Length == 0 ? Byline.Nobody : new Byline(names, agency);
    }
}

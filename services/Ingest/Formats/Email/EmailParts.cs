using MimeKit;

namespace Truceline.Ingest.Formats.Email;

/// <summary>The parts of a message: which one is its text, and what else it carries.</summary>
/// <param name="Text">The part that is the message's text; null when there is none.</param>
/// <param name="TextNumber">Its number among all parts, counting from 1; 0 when the message is that one part.</param>
/// <param name="Others">What is attached, with its number among all parts, counting from 1.</param>
internal sealed record EmailParts(TextPart? Text, int TextNumber, IReadOnlyList<(MimeEntity Part, int Number)> Others)
{
    private const int MostEntities = 2000;

    // A plain part that only says "this message is in HTML".
    private const int ShortText = 200;

    /// <summary>Sorts a message's parts. Without recursion.</summary>
    internal static EmailParts Of(MimeMessage message)
    {
        TextPart? text = null;
        var others = new List<(MimeEntity, int)>();
        var open = new Stack<MimeEntity>();
        var (number, textNumber) = (0, 0);
        if (message.Body is { } body)
        {
            open.Push(body);
        }

        while (open.TryPop(out var entity) && number < MostEntities)
        {
            number++;
            if (entity is MultipartAlternative alternative && text is null && Best(alternative) is { } best)
            {
                text = best;
                textNumber = number + 1 + Math.Max(0, alternative.IndexOf(best));
                number += alternative.Count;
            }
            else if (entity is Multipart multipart)
            {
                foreach (var child in multipart.Reverse())
                {
                    open.Push(child);
                }
            }
            else if (entity is TextPart part && text is null && !IsAttached(part))
            {
                text = part;
                textNumber = number == 1 ? 0 : number;
            }
            else if (!IsShownInText(entity))
            {
                others.Add((entity, number));
            }
        }

        return new EmailParts(text, textNumber, others);
    }

    // The last of the alternatives is the richest (RFC 2046, 5.1.4); the plain one is what was meant to be read when there is enough of it.
    private static TextPart? Best(MultipartAlternative alternative)
    {
        var texts = alternative.SelectMany(Inner).OfType<TextPart>().Where(t => !t.ContentType.MediaSubtype.Contains("amp", StringComparison.OrdinalIgnoreCase)).Take(8).ToList();
        var plain = texts.Find(t => t.IsPlain);
        var html = texts.Find(t => t.IsHtml);
        return plain is null ? html ?? texts.FirstOrDefault()
            : html is null || EmailMessage.LengthOf(plain) > ShortText || EmailMessage.LengthOf(html) < EmailMessage.LengthOf(plain) * 6 ? plain
            : html;
    }

    private static IEnumerable<MimeEntity> Inner(MimeEntity entity) => entity is Multipart multipart ? multipart : [entity];

    private static bool IsAttached(MimeEntity part) => part.IsAttachment || (part.ContentType.Name is not null && part is not TextPart { IsHtml: true });

    private static bool IsShownInText(MimeEntity entity) =>
        !entity.IsAttachment && entity.ContentType.MediaType.Equals("image", StringComparison.OrdinalIgnoreCase) && entity.ContentId is not null;
}

using Microsoft.Extensions.Options;
using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Uploads;

/// <summary>Says everything that is wrong with the announcement of a file.</summary>
internal sealed class CreateUploadValidator(IOptions<UploadOptions> options, TimeProvider time) : IRequestValidator<CreateUploadRequest>
{
    private const int HexDigits = 64;

    public string Reason => "UPLOAD_INVALID";

    public void Check(CreateUploadRequest request, FieldViolations violations)
    {
        var most = options.Value.MaxBytes;
        violations.AddIf(request.SizeBytes < 0 || request.SizeBytes > most,
            "size_bytes", $"It must be in the range [0, {most}]; 0 means that it is not known.", "OUT_OF_RANGE");
        violations.AddIf(request.Sha256.Length > 0 && (request.Sha256.Length != HexDigits || !request.Sha256.All(char.IsAsciiHexDigitLower)),
            "sha256", "It must be 64 lower-case hexadecimal digits.", "INVALID_DIGEST");
        DocumentHintRules.Check(request.Hints, "hints", time.GetUtcNow(), violations);
    }
}

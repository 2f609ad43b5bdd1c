using System.Security.Cryptography;
using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Tagging;

/// <summary>The vectors and word lists that models are trained with, read from files.</summary>
internal sealed record TrainingInputs(FileInfo Vectors, FileInfo Cities, FileInfo Names)
{
    /// <summary>Reads them into an encoder.</summary>
    public WordEncoder Encoder(TrainerOptions options)
    {
        var lexicon = new LexiconBuilder();
        NameLists.AddOwn(lexicon);
        NameLists.AddCensus(lexicon, File.ReadLines(Names.FullName));
        NameLists.AddPlaces(lexicon, File.ReadLines(Cities.FullName));
        return new WordEncoder(VectorFile.Read(Vectors.FullName, options.VectorWords), lexicon.Build(), options.BagBits);
    }

    /// <summary>SHA-256 of a file, hexadecimal.</summary>
    public static string HashOf(FileInfo file)
    {
        using var stream = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}

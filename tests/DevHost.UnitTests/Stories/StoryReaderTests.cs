using Truceline.DevHost.Stories;

namespace Truceline.DevHost.UnitTests.Stories;

public sealed class StoryReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("truceline-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ReadAsync_AFile_IsTakenByteForByteUnderItsName()
    {
        byte[] bytes = [0xef, 0xbb, 0xbf, 0x66, 0xff, 0x0d, 0x0a];

        var story = await ReadAsync("a.txt", bytes, "2018-09-01");

        Assert.Equal(bytes, story.Content);
        Assert.Equal(("", "a.txt", "", "2018-09-01"), (story.MediaType, story.FileName, story.Url, story.Published));
    }

    [Fact]
    public Task ReadAsync_TooLarge_SaysSo() => AssertRefusedAsync(new byte[(3 * 1024 * 1024) + 1], "larger than");

    [Fact]
    public async Task ReadAsync_NoSuchFile_SaysSo()
    {
        var failure = await Assert.ThrowsAsync<DevHostException>(
            () => StoryReader.ReadAsync(Path.Combine(_folder, "none.txt"), "", CancellationToken.None));

        Assert.Contains("none.txt", failure.Message, StringComparison.Ordinal);
    }

    private async Task AssertRefusedAsync(byte[] bytes, string reason)
    {
        var failure = await Assert.ThrowsAsync<DevHostException>(() => ReadAsync("a.txt", bytes));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    private async Task<Story> ReadAsync(string name, byte[] bytes, string published = "")
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllBytesAsync(path, bytes);
        return await StoryReader.ReadAsync(path, published, CancellationToken.None);
    }
}

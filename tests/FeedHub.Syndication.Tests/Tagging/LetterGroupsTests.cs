using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Tagging;

public class LetterGroupsTests
{
    [Fact]
    public void WordsOfEveryLength_HaveTheBuckets_ThatAPlainLoopGives()
    {
        var random = new Random(3);
        for (var letters = 2; letters <= 42; letters++)
        {
            var word = new char[42 + LetterGroups.Spare];
            for (var i = 0; i < word.Length; i++)
                word[i] = (char)random.Next(char.MaxValue + 1);
            var salt = (uint)random.Next();
            var buckets = new int[LetterGroups.Most];
            var count = LetterGroups.Fill(word, letters, salt, buckets);
            Assert.Equal(Plain(word, letters, salt), buckets[..count]);
            Assert.Equal(count, LetterGroups.Count(letters));
        }
    }

    // Models are stored: the sums of one that was trained before must be those of today.
    [Fact]
    public void AWord_HasTheBuckets_ThatModelsWereTrainedWith()
    {
        var features = new TextFeatures();
        features.Read("gol", "", 1);
        Assert.Equal([216364, 91205, 80868, 107064, 209530, 187046, 256127], features.ToArray().Select(f => f.Bucket));
    }

    private static IEnumerable<int> Plain(char[] word, int letters, uint salt)
    {
        for (var size = 3; size <= 5; size++)
        {
            for (var at = 0; at + size <= letters; at++)
            {
                var hash = 99u;
                foreach (var letter in word[at..(at + size)])
                    hash = (hash ^ letter) * 16777619;
                yield return FeatureHash.Bucket(hash ^ salt);
            }
        }
    }
}

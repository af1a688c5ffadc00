"""Makes a user with an access key and a bucket in moto, before it begins to check signatures (after four requests)."""
import json
import sys

import boto3

common = dict(
    endpoint_url=sys.argv[1], region_name="us-east-1", aws_access_key_id="setup", aws_secret_access_key="setup"
)
iam, s3 = boto3.client("iam", **common), boto3.client("s3", **common)
iam.create_user(UserName="ci")
key = iam.create_access_key(UserName="ci")["AccessKey"]
everything = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
iam.put_user_policy(UserName="ci", PolicyName="all", PolicyDocument=json.dumps(everything))
s3.create_bucket(Bucket="bucket")
print(json.dumps({"AWS_ACCESS_KEY_ID": key["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": key["SecretAccessKey"]}))
